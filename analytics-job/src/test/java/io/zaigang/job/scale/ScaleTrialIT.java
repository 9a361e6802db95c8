package io.zaigang.job.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small county; ten thousand cameras are {@code zaigang scale-trial}. */
class ScaleTrialIT {

  @TempDir private Path checkpoints;

  @Test
  void runsEveryObservationOfEveryCameraThroughTheRules() throws Exception {
    Map<String, Object> figures =
        new ScaleTrial(250, Duration.ofMinutes(1), 2, checkpoints).run(progress -> {});

    assertThat(figures).containsEntry("observations", 250L * 30);
    assertThat((double) figures.get("observationsPerCpuSecond")).isPositive();
  }
}
