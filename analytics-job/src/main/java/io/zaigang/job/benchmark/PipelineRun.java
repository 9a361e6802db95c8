package io.zaigang.job.benchmark;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.job.analyze.Analysis;
import io.zaigang.job.analyze.AnalysisRequest;
import io.zaigang.job.analyze.ResultFiles;
import io.zaigang.job.analyze.RunCost;
import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.replay.DetectionsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole job, as {@code analyze} runs it, over footage of the benchmark.
 *
 * @param cpuSeconds of the process, start of Flink and loading of models included
 * @param frames what it wrote down
 */
record PipelineRun(
    double cpuSeconds, double wallSeconds, ResidentMemory memory, List<FrameDetections> frames) {

  PipelineRun {
    frames = List.copyOf(frames);
  }

  /** How it is run. */
  record Setting(int cameras, double analysisFps, Duration lookEvery, int parallelism) {

    /** Longer than any benchmark: no looks at all. */
    static final Duration NO_LOOKS = Duration.ofDays(1);

    static Setting oneCamera(double analysisFps) {
      return new Setting(1, analysisFps, NO_LOOKS, 1);
    }

    String rules() {
      return "  phoneUse: { window: %1$s, share: 0.6, lookEvery: %1$s }".formatted(lookEvery);
    }

    Setting looking(Duration every) {
      return new Setting(cameras, analysisFps, every, parallelism);
    }
  }

  static PipelineRun of(
      BenchmarkFootage footage, ModelDetection models, Setting setting, Duration length)
      throws Exception {
    footage.reach(setting.cameras(), length);
    Path out = Files.createTempDirectory(footage.dataDir(), "run-");
    Instant from = BenchmarkFootage.START;
    AnalysisRequest request =
        new AnalysisRequest(
            BenchmarkFootage.plan(setting.cameras(), setting.analysisFps(), setting.rules()),
            footage.dataDir(),
            from,
            from.plus(length),
            out,
            setting.parallelism());
    try (ResidentMemory memory = ResidentMemory.watching()) {
      RunCost cost = RunCost.start();
      new Analysis(request, models).run(progress -> {});
      double cpuSeconds = cost.cpuSeconds();
      double wallSeconds = cost.wallSeconds();
      List<FrameDetections> frames = new ArrayList<>();
      new DetectionsFile(out.resolve(ResultFiles.DETECTIONS)).forEach(frames::add);
      return new PipelineRun(cpuSeconds, wallSeconds, memory, frames);
    } finally {
      delete(out);
    }
  }

  private static void delete(Path out) throws IOException {
    for (String name :
        List.of(
            ResultFiles.INCIDENTS,
            ResultFiles.OCCUPANCY,
            ResultFiles.DETECTIONS,
            ResultFiles.RUN)) {
      Files.deleteIfExists(out.resolve(name));
    }
    Files.deleteIfExists(out);
  }
}
