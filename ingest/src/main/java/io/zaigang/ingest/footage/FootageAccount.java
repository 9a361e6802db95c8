package io.zaigang.ingest.footage;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one camera.
 *
 * @param from begin of the first segment; null where there is none
 * @param to end of the last segment; null where there is none
 * @param segments how many
 * @param bytes their size on disk
 * @param recorded their duration together
 * @param gaps holes from the first on, also the one behind the last that is still growing
 */
public record FootageAccount(
    String cameraId,
    @Nullable Instant from,
    @Nullable Instant to,
    long segments,
    long bytes,
    Duration recorded,
    List<Gap> gaps) {

  public FootageAccount {
    gaps = List.copyOf(gaps);
  }

  /** Counts everything there is of a camera. */
  public static FootageAccount of(FootageLog log, String cameraId) {
    List<Segment> segments = log.all(cameraId);
    if (segments.isEmpty()) {
      return new FootageAccount(cameraId, null, null, 0, 0, Duration.ZERO, List.of());
    }
    Instant from = segments.get(0).start();
    Instant to = segments.get(segments.size() - 1).end();
    long bytes = 0;
    Duration recorded = Duration.ZERO;
    for (Segment segment : segments) {
      bytes += new File(segment.file().toString()).length();
      recorded = recorded.plus(segment.duration());
    }
    Instant known = GapLedger.of(log, cameraId).end().filter(to::isBefore).orElse(to);
    return new FootageAccount(
        cameraId, from, to, segments.size(), bytes, recorded, log.gaps(cameraId, from, known));
  }
}
