package io.zaigang.job.live;

import io.zaigang.job.AnalyticsJob;
import io.zaigang.job.JobSettings;
import io.zaigang.job.JobSinks;
import io.zaigang.job.cluster.RemoteFlink;
import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.json.ContractJson;
import io.zaigang.job.local.JobFailedException;
import io.zaigang.job.local.LocalFlink;
import io.zaigang.job.local.RunningJob;
import io.zaigang.job.sink.dashboard.DashboardSink;
import io.zaigang.job.sink.dashboard.DeliverySettings;
import io.zaigang.job.source.FootageSource;
import io.zaigang.job.source.enumerator.FootageSpan;
import io.zaigang.job.source.reader.FootageLogAccess;
import io.zaigang.job.source.reader.LiveTiming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the job until it is stopped, from the latest checkpoint on if there is one. */
public final class LiveRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final long LAST_CHECKPOINT_SECONDS = 8;

  private final LocalFlink flink;
  private final RunningJob job;

  private LiveRun(LocalFlink flink, RunningJob job) {
    this.flink = flink;
    this.job = job;
  }

  /** Starts the job. */
  public static LiveRun start(LiveRequest request, ModelDetection detection) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings(request));
    job(request, detection).addTo(environment);
    LocalFlink flink =
        request.metricsPort() == 0
            ? LocalFlink.start(request.parallelism())
            : LocalFlink.startWithMetrics(request.parallelism(), request.metricsPort());
    try {
      AnalysisLog.note(request.dataDir(), detection, Instant.now());
      return new LiveRun(flink, flink.submit(environment));
    } catch (Exception e) {
      flink.close();
      throw e;
    }
  }

  /**
   * Hands the job to a cluster, which runs it from here on; the latest checkpoint counts there too.
   *
   * @return the cluster's name for it
   */
  public static JobID submit(RemoteFlink cluster, LiveRequest request, ModelDetection detection)
      throws Exception {
    StreamExecutionEnvironment environment = cluster.environment(settings(request));
    job(request, detection).addTo(environment);
    return cluster.submit(environment).getJobID();
  }

  /**
   * Hands the job to the cluster in which this code is run, as an application cluster runs its
   * entry point. Where to go on from is the cluster's affair there.
   *
   * @return the cluster's name for it
   */
  public static JobID submitHere(LiveRequest request, ModelDetection detection) throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            JobSettings.live(request.parallelism(), request.checkpoints()));
    job(request, detection).addTo(environment);
    return environment.executeAsync().getJobID();
  }

  private static Configuration settings(LiveRequest request) throws IOException {
    Configuration settings = JobSettings.live(request.parallelism(), request.checkpoints());
    Optional<Path> checkpoint = new StoredCheckpoints(request.checkpoints()).latest();
    if (checkpoint.isPresent()) {
      LOG.info("Going on from checkpoint {}", checkpoint.get());
      settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.get().toUri().toString());
      settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    } else {
      LOG.info("No checkpoint yet: beginning with footage of {}", request.firstFrom());
    }
    return settings;
  }

  private static AnalyticsJob job(LiveRequest request, ModelDetection detection) {
    FootageSource footage =
        new FootageSource(
            request.plans(),
            FootageSpan.since(request.firstFrom()),
            new FootageLogAccess(request.dataDir()),
            LiveTiming.DEFAULT);
    return new AnalyticsJob(footage, new DetectFrames(detection.judge()), null, sinks(request));
  }

  private static JobSinks sinks(LiveRequest request) {
    ContractJson json = new ContractJson(request.plans().initialPlan().hall().timeZone());
    DeliverySettings delivery = DeliverySettings.DEFAULT;
    return new JobSinks(
        DashboardSink.incidents(request.dashboard(), delivery, json),
        DashboardSink.occupancy(request.dashboard(), delivery, json),
        DashboardSink.presence(request.dashboard(), delivery, json),
        DashboardSink.detections(request.dashboard(), delivery, json));
  }

  /**
   * Waits until the job ends, which by itself it does only in failure.
   *
   * @throws InterruptedException when it was stopped
   */
  public void await() throws JobFailedException, InterruptedException {
    job.await();
  }

  /** Takes a last checkpoint, so that the next start repeats little, and stops. */
  @Override
  public void close() {
    try {
      job.checkpoint().get(LAST_CHECKPOINT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("No last checkpoint ({}); the next start goes on from the one before", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    job.cancel();
    flink.close();
    LOG.info("Stopped");
  }
}
