package io.zaigang.ingest.archive;

import io.zaigang.ingest.clip.Sha256;
import io.zaigang.ingest.footage.DiskSpace;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.RetentionSettings;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import io.zaigang.ingest.footage.SegmentName;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings archived footage of a span back under its own names. A segment appears in the log only
 * after its bytes were found to have the SHA-256 they were sent with.
 */
public final class FootageFetch {

  private static final long MEGABYTE = 1_000_000;

  private final FootageLog log;
  private final FootageHolds holds;
  private final Archive archive;

  public FootageFetch(FootageLog log, FootageHolds holds, Archive archive) {
    this.log = log;
    this.holds = holds;
    this.archive = archive;
  }

  /**
   * Brings what is not here.
   *
   * @param hold how long retention leaves the span alone
   * @throws IOException where the archive fails, or there is no room; what was brought until then
   *     stays, and the same call goes on from there
   */
  public FetchReport run(FetchSpan span, Duration hold, Instant now) throws IOException {
    FetchHold.releaseExpired(holds, now);
    int here = log.segments(span.cameraId(), span.from(), span.to()).size();
    Map<Segment, StoredFile> wanted = wanted(span);
    requireRoom(wanted.values().stream().mapToLong(StoredFile::bytes).sum());
    // Before the first segment is here: retention must not find it without its hold.
    FetchHold.place(holds, span, now.plus(hold));
    List<String> altered = new ArrayList<>();
    int brought = 0;
    long bytes = 0;
    for (Map.Entry<Segment, StoredFile> entry : wanted.entrySet()) {
      Optional<String> problem = bring(entry.getKey(), entry.getValue().name());
      if (problem.isPresent()) {
        altered.add(problem.get());
      } else {
        brought++;
        bytes += entry.getValue().bytes();
      }
    }
    return new FetchReport(
        brought, bytes, here, altered, log.gaps(span.cameraId(), span.from(), span.to()));
  }

  private Map<Segment, StoredFile> wanted(FetchSpan span) throws IOException {
    Map<Segment, StoredFile> wanted = new LinkedHashMap<>();
    LocalDate last = SegmentName.day(span.to());
    // The day before may hold a segment that lasts into the span.
    LocalDate day = SegmentName.day(span.from()).minusDays(1);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      for (StoredFile stored : archive.list(ArchivedNames.day(span.cameraId(), day))) {
        ArchivedNames.segment(log, span.cameraId(), stored)
            .filter(segment -> segment.overlaps(span.from(), span.to()))
            .filter(segment -> !Files.exists(segment.file()))
            .ifPresent(segment -> wanted.put(segment, stored));
      }
    }
    return wanted;
  }

  /** Fetched footage must not make retention delete other footage for want of room. */
  private void requireRoom(long bytes) throws IOException {
    long free = DiskSpace.of(log).usableBytes() - RetentionSettings.DEFAULT.floorBytes();
    if (bytes > 0 && bytes > free) {
      throw new IOException(
          "Fetching needs %d MB, but only %d MB are free above the floor; make room or fetch less"
              .formatted(bytes / MEGABYTE, Math.max(0, free) / MEGABYTE));
    }
  }

  /** Returns what is wrong with the archive's copy; empty where the segment is here now. */
  private Optional<String> bring(Segment segment, String name) throws IOException {
    log.requireDisk();
    Path folder = Files.createDirectories(log.cameraFolder(segment.cameraId()));
    Path part = folder.resolve(".fetch-" + segment.fileName() + ".part");
    try {
      String sent = archive.get(name, part).orElse("none");
      String got = Sha256.of(part);
      if (!got.equals(sent)) {
        return Optional.of(name + ": SHA-256 is " + got + ", was sent with " + sent);
      }
      SegmentFolder.of(log, segment.cameraId()).publish(part, segment.start(), segment.duration());
      return Optional.empty();
    } catch (FileAlreadyExistsException fetchedByAnother) {
      return Optional.empty();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
