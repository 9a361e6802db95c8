package io.zaigang.job.analyze;

import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What to analyse and where to leave the results.
 *
 * @param to first instant that is not looked at
 * @param parallelism cameras read at once
 */
public record AnalysisRequest(
    SitePlan plan, Path dataDir, Instant from, Instant to, Path outDir, int parallelism) {

  /** Footage that is there to be read, all cameras together. */
  Duration footage() {
    FootageLog log = FootageLog.open(dataDir);
    Duration sum = Duration.ZERO;
    for (Camera camera : plan.cameras()) {
      sum = sum.plus(footage(log, camera.id()));
    }
    return sum;
  }

  Duration footage(FootageLog log, String cameraId) {
    Duration sum = Duration.ZERO;
    Instant counted = from;
    for (Segment segment : log.segments(cameraId, from, to)) {
      Instant begin = segment.start().isAfter(counted) ? segment.start() : counted;
      Instant end = segment.end().isBefore(to) ? segment.end() : to;
      if (begin.isBefore(end)) {
        sum = sum.plus(Duration.between(begin, end));
        counted = end;
      }
    }
    return sum;
  }
}
