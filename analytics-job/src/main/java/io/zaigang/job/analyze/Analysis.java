package io.zaigang.job.analyze;

import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.job.AnalyticsJob;
import io.zaigang.job.JobSettings;
import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.local.JobFailedException;
import io.zaigang.job.local.LocalFlink;
import io.zaigang.job.local.RunningJob;
import io.zaigang.job.site.PlanFeed;
import io.zaigang.job.source.FootageSource;
import io.zaigang.job.source.enumerator.FootageSpan;
import io.zaigang.job.source.reader.FootageLogAccess;
import io.zaigang.job.source.reader.LiveTiming;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the job once over a span of recorded footage and leaves its files, all or none. */
public final class Analysis {

  private static final Logger LOG = LoggerFactory.getLogger(Analysis.class);
  private static final long PROGRESS_MILLIS = 500;

  private final AnalysisRequest request;
  private final ModelDetection detection;

  public Analysis(AnalysisRequest request, ModelDetection detection) {
    this.request = request;
    this.detection = detection;
  }

  /**
   * Blocks until it is done.
   *
   * @param progress is told now and then how far it is
   * @throws JobFailedException when the job failed; then no file was written
   */
  public void run(Consumer<String> progress) throws Exception {
    warnOfMissingFootage();
    RunCost cost = RunCost.start();
    try (ResultFiles files = ResultFiles.in(request.outDir());
        LocalFlink flink = LocalFlink.start(request.parallelism())) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(
              JobSettings.bounded(request.parallelism()));
      job(files).addTo(environment);
      Map<String, Long> counters = await(flink.submit(environment), progress);
      files.writeRun(RunReport.of(request, detection, counters, cost));
      files.publish();
    }
  }

  private AnalyticsJob job(ResultFiles files) {
    FootageSource footage =
        new FootageSource(
            PlanFeed.fixed(request.plan()),
            FootageSpan.between(request.from(), request.to()),
            new FootageLogAccess(request.dataDir()),
            LiveTiming.DEFAULT);
    return new AnalyticsJob(
        footage,
        new DetectFrames(detection.judge()),
        request.to(),
        files.sinks(request.plan().hall().timeZone()));
  }

  private Map<String, Long> await(RunningJob job, Consumer<String> progress)
      throws JobFailedException, InterruptedException, ExecutionException {
    double samples = expectedSamples();
    CompletableFuture<Void> ended = job.ended();
    while (true) {
      try {
        ended.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
        return job.await();
      } catch (TimeoutException stillRunning) {
        long done = job.counters().getOrDefault(DetectFrames.FRAMES_ANALYSED, 0L);
        progress.accept("%d of about %.0f samples analysed".formatted(done, samples));
      }
    }
  }

  private double expectedSamples() {
    FootageLog log = FootageLog.open(request.dataDir());
    return request.plan().cameras().stream()
        .mapToDouble(camera -> seconds(request.footage(log, camera.id())) * camera.analysisFps())
        .sum();
  }

  private void warnOfMissingFootage() {
    FootageLog log = FootageLog.open(request.dataDir());
    for (Camera camera : request.plan().cameras()) {
      if (request.footage(log, camera.id()).isZero()) {
        LOG.warn(
            "Camera '{}': nothing is recorded from {} to {}; it counts as blind",
            camera.id(),
            request.from(),
            request.to());
      }
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
