package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What footage is called in the archive: its path in the data directory, with slashes. */
final class ArchivedNames {

  /** Before the names of all cameras. */
  static final String ROOT = "footage/";

  private ArchivedNames() {}

  /** Before the names of one camera's files. */
  static String camera(String cameraId) {
    return ROOT + cameraId + "/";
  }

  /** Before the names of one camera's segments that start on that UTC day. */
  static String day(String cameraId, LocalDate day) {
    return camera(cameraId) + day + "/";
  }

  static String of(Segment segment) {
    return day(segment.cameraId(), SegmentName.day(segment.start())) + segment.fileName();
  }

  /**
   * The segment that lies under a name, with the place in the log where it belongs; empty for
   * whatever else somebody put there, and for a segment under a day on which it does not start.
   */
  static Optional<Segment> segment(FootageLog log, String cameraId, StoredFile stored) {
    Optional<SegmentName> name = SegmentName.parse(stored.fileName());
    if (name.isEmpty() || !FootageLog.isCameraId(cameraId)) {
      return Optional.empty();
    }
    LocalDate day = SegmentName.day(name.get().start());
    Path file = log.cameraFolder(cameraId).resolve(day.toString()).resolve(stored.fileName());
    Segment segment = new Segment(cameraId, name.get().start(), name.get().duration(), file);
    return stored.name().equals(of(segment)) ? Optional.of(segment) : Optional.empty();
  }

  /** Reads the last part of a day's prefix; empty for any other folder. */
  static Optional<LocalDate> day(String folder) {
    try {
      return Optional.of(LocalDate.parse(folder));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }
}
