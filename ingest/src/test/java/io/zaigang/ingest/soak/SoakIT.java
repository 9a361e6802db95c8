package io.zaigang.ingest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.GapCause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Cameras that stall, die, return, jump in time and change size: every second is either footage or
 * a hole with its cause. {@code deploy/soak} runs it for longer and with more cameras.
 */
@Execution(ExecutionMode.CONCURRENT)
class SoakIT {

  private static final Duration LENGTH =
      Duration.parse(System.getProperty("zaigang.soak.length", "PT40S"));
  private static final int CAMERAS = Integer.getInteger("zaigang.soak.cameras", 4);
  private static final long SEED = Long.getLong("zaigang.soak.seed", 20_261_126);
  private static final long MEGABYTE = 1_000_000;

  @TempDir private Path folder;

  @Test
  void everySecondIsFootageOrAHoleWithItsCause() throws Exception {
    SoakReport report = new Soak(folder, CAMERAS, SEED).run(LENGTH);
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("soak.txt"), report.text());

    assertThat(report.cameras()).hasSize(CAMERAS);
    for (CameraAccount camera : report.cameras()) {
      assertThat(camera.bad()).as(camera.cameraId()).isEmpty();
      assertThat(camera.unaccounted().abs())
          .as("%s: footage and holes are the wall time\n%s", camera.cameraId(), report.text())
          .isLessThanOrEqualTo(Duration.ofSeconds(2));
      assertThat(camera.gaps()).as(camera.cameraId()).doesNotContainKey(GapCause.DISK_REFUSED);
      assertThat(camera.gaps()).as(camera.cameraId()).doesNotContainKey(GapCause.UNKNOWN);
      assertThat(camera.left()).as(camera.cameraId()).isLessThan(Duration.ofSeconds(4));
    }
    assertThat(report.growth(Vitals::residentBytes)).isLessThan(40 * MEGABYTE);
    assertThat(report.growth(Vitals::handles)).isLessThan(2.0 * CAMERAS);
  }
}
