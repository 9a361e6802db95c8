package io.zaigang.dashboard.camerahealth;

import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One minute of one camera in the footage log.
 *
 * @param minute its start
 * @param recordedSeconds 0 to 60; what is missing was never recorded
 * @param bytes of the segments that begin in it
 */
record CameraMinute(String cameraId, Instant minute, double recordedSeconds, long bytes) {

  static final Duration LENGTH = Duration.ofMinutes(1);

  static CameraMinute of(String cameraId, Instant minute, List<Segment> segments) {
    Instant end = minute.plus(LENGTH);
    long millis = 0;
    long bytes = 0;
    for (Segment segment : segments) {
      if (segment.overlaps(minute, end)) {
        Instant from = segment.start().isBefore(minute) ? minute : segment.start();
        Instant to = segment.end().isAfter(end) ? end : segment.end();
        millis += Duration.between(from, to).toMillis();
      }
      if (!segment.start().isBefore(minute) && segment.start().isBefore(end)) {
        bytes += size(segment);
      }
    }
    return new CameraMinute(cameraId, minute, Math.min(millis / 1000.0, 60), bytes);
  }

  private static long size(Segment segment) {
    try {
      return Files.size(segment.file());
    } catch (IOException e) {
      return 0; // deleted by retention just now
    }
  }
}
