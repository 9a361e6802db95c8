package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Deletes from an archive what is too old, never what a hold covers. Where a hold cannot be read
 * nothing is deleted.
 */
final class ArchiveRetention {

  private final FootageLog log;
  private final FootageHolds holds;
  private final Duration keep;

  ArchiveRetention(FootageLog log, FootageHolds holds, Duration keep) {
    this.log = log;
    this.holds = holds;
    this.keep = keep;
  }

  /** True where a segment belongs into the archive: it is young enough, or held. */
  boolean keeps(Segment segment, Instant now) throws IOException {
    return segment.end().isAfter(now.minus(keep)) || holds.covers(segment);
  }

  /** One pass; returns how many segments went. */
  int run(Archive archive, Instant now) throws IOException {
    LocalDate last = SegmentName.day(now.minus(keep));
    int deleted = 0;
    for (String camera : archive.folders(ArchivedNames.ROOT)) {
      for (String folder : archive.folders(ArchivedNames.camera(camera))) {
        Optional<LocalDate> day = ArchivedNames.day(folder);
        if (day.isPresent() && !day.get().isAfter(last)) {
          deleted += delete(archive, camera, day.get(), now);
        }
      }
    }
    return deleted;
  }

  private int delete(Archive archive, String camera, LocalDate day, Instant now)
      throws IOException {
    int deleted = 0;
    List<StoredFile> files = archive.list(ArchivedNames.day(camera, day));
    for (StoredFile stored : files) {
      Optional<Segment> segment = ArchivedNames.segment(log, camera, stored);
      if (segment.isPresent() && !keeps(segment.get(), now)) {
        archive.delete(stored.name());
        deleted++;
      }
    }
    return deleted;
  }
}
