package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.makeup.StoredMakeUp.KeptFootage;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.ingest.clip.Clip;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.NoFootageException;
import io.zaigang.ingest.clip.Sha256;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the footage that a decision rests on: held in the log, with the SHA-256 of the clip that
 * the same cut gives. The clip itself is not stored twice: whoever doubts it cuts it again.
 */
@Component
class MakeUpFootage {

  private final FootageLog log;
  private final ClipCutter cutter;
  private final FootageHolds holds;

  MakeUpFootage(FootageLog log, ClipCutter cutter, ZaigangSettings settings) {
    this.log = log;
    this.cutter = cutter;
    this.holds = FootageHolds.open(settings.dataDir());
  }

  static String holdId(String requestId, int step) {
    return "make-up-" + requestId + "-" + step;
  }

  /**
   * Holds the footage, then cuts it once for its sum.
   *
   * @return one entry a camera that recorded anything there
   */
  List<KeptFootage> keep(String holdId, List<String> cameraIds, Instant from, Instant to) {
    List<KeptFootage> kept = new ArrayList<>();
    try {
      for (String camera : cameraIds) {
        if (!log.segments(camera, from, to).isEmpty()) {
          holds.hold(holdId, camera, from, to, "补卡审批依据");
          kept.add(
              new KeptFootage(camera, from, to, sha256(camera, from, to), gaps(camera, from, to)));
        }
      }
      return kept;
    } catch (NoFootageException retentionWasFaster) {
      release(holdId);
      return List.of();
    } catch (IOException e) {
      release(holdId);
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the footage free: the decision was not stored after all. */
  void release(String holdId) {
    try {
      holds.release(holdId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sum of the clip as it would be cut now. */
  String sha256(String camera, Instant from, Instant to) throws IOException {
    Path folder = Files.createTempDirectory("zaigang-make-up");
    Path file = folder.resolve("clip.mp4");
    try {
      Clip clip = cutter.cut(camera, from, to, file);
      return Sha256.of(clip.file());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private double gaps(String camera, Instant from, Instant to) {
    return log.gaps(camera, from, to).stream()
            .map(gap -> within(gap, from, to))
            .mapToLong(Duration::toMillis)
            .sum()
        / 1000.0;
  }

  private static Duration within(Gap gap, Instant from, Instant to) {
    Instant begin = gap.from().isBefore(from) ? from : gap.from();
    Instant end = gap.to().isAfter(to) ? to : gap.to();
    return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
  }
}
