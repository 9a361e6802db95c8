package io.zaigang.job.local;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStatsSummarySnapshot;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.util.OptionalFailure;
import org.apache.flink.util.SerializedValue;

/** A job that was submitted to {@link LocalFlink}. */
public final class RunningJob {

  private final MiniCluster cluster;
  private final JobID id;

  RunningJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
  }

  /** Completes when the job has ended, however it did. */
  public CompletableFuture<Void> ended() {
    return cluster.requestJobResult(id).handle((result, failure) -> null);
  }

  /**
   * Waits until the job has ended by itself and gives its counters.
   *
   * @throws JobFailedException when it failed
   * @throws InterruptedException when the thread was interrupted or the job cancelled
   */
  public Map<String, Long> await() throws JobFailedException, InterruptedException {
    try {
      JobResult result = cluster.requestJobResult(id).get();
      return counters(
          result.toJobExecutionResult(getClass().getClassLoader()).getAllAccumulatorResults());
    } catch (JobCancellationException e) {
      throw new InterruptedException("The job was cancelled");
    } catch (ExecutionException e) {
      throw new JobFailedException(e.getCause() == null ? e : e.getCause());
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new JobFailedException(e);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new JobFailedException(e);
    }
  }

  /** The job's counters so far; empty while it is starting. */
  public Map<String, Long> counters() {
    try {
      Map<String, Object> values = new HashMap<>();
      Map<String, SerializedValue<OptionalFailure<Object>>> stored =
          cluster.getExecutionGraph(id).get().getAccumulatorsSerialized();
      for (Map.Entry<String, SerializedValue<OptionalFailure<Object>>> entry : stored.entrySet()) {
        values.put(
            entry.getKey(),
            entry.getValue().deserializeValue(getClass().getClassLoader()).getUnchecked());
      }
      return counters(values);
    } catch (ExecutionException | IOException | ClassNotFoundException e) {
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  /** The job's checkpoints so far. */
  public CheckpointFigures checkpoints() {
    try {
      CheckpointStatsSnapshot stats =
          cluster.getExecutionGraph(id).get().getCheckpointStatsSnapshot();
      if (stats == null) {
        return CheckpointFigures.NONE;
      }
      CompletedCheckpointStatsSummarySnapshot summary = stats.getSummaryStats();
      return new CheckpointFigures(
          stats.getCounts().getNumberOfCompletedCheckpoints(),
          summary.getEndToEndDurationStats().getAverage(),
          summary.getEndToEndDurationStats().getMaximum(),
          summary.getStateSizeStats().getMaximum());
    } catch (ExecutionException e) {
      return CheckpointFigures.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CheckpointFigures.NONE;
    }
  }

  /** Takes a checkpoint now; completes with where it lies. */
  public CompletableFuture<String> checkpoint() {
    return cluster.triggerCheckpoint(id);
  }

  /** Ends the job; its checkpoints stay. */
  public CompletableFuture<?> cancel() {
    return cluster.cancelJob(id);
  }

  private static Map<String, Long> counters(Map<String, Object> accumulators) {
    Map<String, Long> counters = new HashMap<>();
    accumulators.forEach(
        (name, value) -> {
          if (value instanceof Long count) {
            counters.put(name, count);
          }
        });
    return counters;
  }
}
