package io.zaigang.job.scale;

import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.JobSettings;
import io.zaigang.job.JobSinks;
import io.zaigang.job.RulesGraph;
import io.zaigang.job.analyze.RunCost;
import io.zaigang.job.local.CheckpointFigures;
import io.zaigang.job.local.LocalFlink;
import io.zaigang.job.local.RunningJob;
import io.zaigang.job.serial.JobTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Runs the rules of a simulated county on a Flink of this process, with RocksDB and checkpoints as
 * in earnest, and says how fast, how large and how long.
 */
public final class ScaleTrial {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(10);
  private static final double MEBI = 1 << 20;

  private final SimulatedCounty county;
  private final Duration span;
  private final int parallelism;
  private final Path checkpoints;

  /**
   * @param span media time to simulate
   * @param checkpoints folder for them
   */
  public ScaleTrial(int cameras, Duration span, int parallelism, Path checkpoints) {
    this.county = new SimulatedCounty(cameras, START);
    this.span = span;
    this.parallelism = parallelism;
    this.checkpoints = checkpoints;
  }

  /** The figures, in order. */
  public Map<String, Object> run(Consumer<String> progress) throws Exception {
    Configuration settings = JobSettings.live(parallelism, checkpoints);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
    try (LocalFlink flink = LocalFlink.start(parallelism)) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(settings);
      addTo(environment);
      RunCost cost = RunCost.start();
      RunningJob job = flink.submit(environment);
      CheckpointFigures largest = await(job, progress);
      return figures(job.await(), largest, cost);
    }
  }

  private void addTo(StreamExecutionEnvironment environment) {
    long steps = span.dividedBy(SimulatedCounty.STEP);
    SingleOutputStreamOperator<WindowObservation> observed =
        environment
            .fromSource(
                new NumberSequenceSource(0, SimulateObservations.numbers(county, steps) - 1),
                WatermarkStrategy.noWatermarks(),
                "steps")
            .setParallelism(1)
            .rebalance()
            .process(new SimulateObservations(county), JobTypes.OBSERVATION)
            .name("county");
    Duration lateness = SimulatedCounty.STEP.multipliedBy(2);
    DataStream<WindowObservation> observations =
        observed.assignTimestampsAndWatermarks(
            WatermarkStrategy.<WindowObservation>forBoundedOutOfOrderness(lateness)
                .withTimestampAssigner((seen, before) -> seen.at().toEpochMilli()));
    DataStream<GatheringSample> gatherings =
        observed
            .getSideOutput(SimulateObservations.GATHERINGS)
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<GatheringSample>forBoundedOutOfOrderness(lateness)
                    .withTimestampAssigner((seen, before) -> seen.at().toEpochMilli()));
    JobSinks sinks =
        new JobSinks(
            new DiscardingSink<>(),
            new DiscardingSink<>(),
            new DiscardingSink<>(),
            new DiscardingSink<>());
    new RulesGraph(START.plus(span), sinks)
        .add(observations, gatherings, observed.getSideOutput(SimulateObservations.PLANS));
  }

  private static CheckpointFigures await(RunningJob job, Consumer<String> progress)
      throws InterruptedException, ExecutionException {
    CheckpointFigures figures = CheckpointFigures.NONE;
    while (true) {
      try {
        job.ended().get(2, TimeUnit.SECONDS);
        return figures;
      } catch (TimeoutException running) {
        figures = job.checkpoints();
        long done = job.counters().getOrDefault(SimulateObservations.OBSERVATIONS, 0L);
        progress.accept("%d observations, %s".formatted(done, figures));
      }
    }
  }

  private Map<String, Object> figures(
      Map<String, Long> counters, CheckpointFigures checkpointed, RunCost cost) {
    long observations = counters.getOrDefault(SimulateObservations.OBSERVATIONS, 0L);
    double cpu = cost.cpuSeconds();
    double wall = cost.wallSeconds();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cameras", county.cameras());
    figures.put("mediaSeconds", span.toSeconds());
    figures.put("observations", observations);
    figures.put("wallSeconds", rounded(wall));
    figures.put("cpuSeconds", rounded(cpu));
    figures.put("observationsPerWallSecond", rounded(observations / wall));
    figures.put("observationsPerCpuSecond", rounded(observations / cpu));
    figures.put("coresForRealTime", rounded(cpu / span.toSeconds()));
    figures.put("checkpoints", checkpointed.completed());
    figures.put("checkpointMillisMean", checkpointed.meanMillis());
    figures.put("checkpointMillisMax", checkpointed.maxMillis());
    figures.put("stateMebibytesMax", rounded(checkpointed.maxBytes() / MEBI));
    figures.put("stateBytesPerCamera", checkpointed.maxBytes() / Math.max(1, county.cameras()));
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
