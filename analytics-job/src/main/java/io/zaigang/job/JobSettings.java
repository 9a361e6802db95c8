package io.zaigang.job;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;

/** Flink's settings that the job relies on. */
public final class JobSettings {

  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(10);
  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(2);
  private static final int CHECKPOINTS_KEPT = 3;

  /** Also the number of key groups: never change it, or no checkpoint fits any more. */
  public static final int MAX_PARALLELISM = 128;

  private JobSettings() {}

  /**
   * What holds for every run: objects are handed on by reference, or pictures could not be chained;
   * no type falls back to a serializer nobody chose.
   */
  public static Configuration common(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    settings.set(PipelineOptions.NAME, "zaigang");
    settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    return settings;
  }

  /** A run over a span: either it comes through or it is done again. */
  public static Configuration bounded(int parallelism) {
    Configuration settings = common(parallelism);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    return settings;
  }

  /** A run without end that survives failures of its own and of the machine. */
  public static Configuration live(int parallelism, Path checkpoints) {
    Configuration settings = common(parallelism);
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
    settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
    settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofSeconds(1));
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(30));
    return settings;
  }
}
