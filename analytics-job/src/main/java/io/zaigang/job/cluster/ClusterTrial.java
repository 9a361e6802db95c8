package io.zaigang.job.cluster;

import io.zaigang.job.JobSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import tools.jackson.databind.JsonNode;

/**
 * Does a piece of work on a cluster of a job manager and two task managers: undisturbed, with task
 * managers killed in the middle, and stopped and resumed with another parallelism.
 */
public final class ClusterTrial implements AutoCloseable {

  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(1);
  private static final int TASK_MANAGERS = 2;

  private final TrialWork work;
  private final Path dir;
  private final Duration limit;
  private final Consumer<String> log;
  private final FlinkProcesses flink;

  private ClusterTrial(TrialWork work, Path dir, Duration limit, Consumer<String> log)
      throws IOException {
    this.work = work;
    this.dir = dir;
    this.limit = limit;
    this.log = log;
    this.flink = FlinkProcesses.in(dir.resolve("flink"));
  }

  /**
   * Starts the cluster.
   *
   * @param limit for each thing that is waited for
   */
  public static ClusterTrial start(TrialWork work, Path dir, Duration limit, Consumer<String> log)
      throws Exception {
    ClusterTrial trial = new ClusterTrial(work, dir, limit, log);
    try {
      for (int number = 1; number <= TASK_MANAGERS; number++) {
        trial.flink.startTaskManager(number);
      }
      trial.awaitThat("the cluster is complete", trial::isComplete);
      return trial;
    } catch (Exception e) {
      trial.close();
      throw e;
    }
  }

  /**
   * What the desk had in the end.
   *
   * @param incidents by id
   * @param minutes by window and time
   * @param repeated reports that came more than once, word for word
   * @param recoveries how long after each kill the work went on
   */
  public record Outcome(
      Map<String, String> incidents,
      Map<String, String> minutes,
      long repeated,
      double seconds,
      List<Duration> recoveries) {

    public Outcome {
      incidents = Map.copyOf(incidents);
      minutes = Map.copyOf(minutes);
      recoveries = List.copyOf(recoveries);
    }
  }

  /** Without any disturbance. */
  public Outcome undisturbed(int parallelism) throws Exception {
    try (TrialDesk desk = new TrialDesk(dir)) {
      long began = System.nanoTime();
      JobClient job = submit(desk, settings("undisturbed-" + parallelism, parallelism));
      job.getJobExecutionResult().get(limit.toSeconds(), TimeUnit.SECONDS);
      return outcome(desk, began, List.of());
    }
  }

  /** With task managers killed by force, one after the other, while it runs. */
  public Outcome killing(int times) throws Exception {
    try (TrialDesk desk = new TrialDesk(dir)) {
      long began = System.nanoTime();
      List<Duration> recoveries = new ArrayList<>();
      JobClient job = submit(desk, settings("killing", TASK_MANAGERS));
      for (int kill = 1; kill <= times; kill++) {
        int share = work.minutes() * kill / (times + 1);
        awaitThat("minute " + share, () -> desk.minutes().size() >= share);
        recoveries.add(killOne((kill - 1) % TASK_MANAGERS + 1, job, desk));
      }
      job.getJobExecutionResult().get(limit.toSeconds(), TimeUnit.SECONDS);
      return outcome(desk, began, recoveries);
    }
  }

  /** Stopped with a savepoint and resumed with each parallelism in turn. */
  public Outcome rescaling(int... parallelisms) throws Exception {
    try (TrialDesk desk = new TrialDesk(dir)) {
      long began = System.nanoTime();
      Configuration settings = settings("rescaling", parallelisms[0]);
      for (int run = 0; run < parallelisms.length; run++) {
        JobClient job = submit(desk, settings);
        if (run == parallelisms.length - 1) {
          job.getJobExecutionResult().get(limit.toSeconds(), TimeUnit.SECONDS);
          break;
        }
        int share = work.minutes() * (run + 1) / (parallelisms.length + 1);
        awaitThat("minute " + share, () -> desk.minutes().size() >= share);
        Path savepoint = stopped(job);
        log.accept(
            "stopped at %s; on with parallelism %d".formatted(savepoint, parallelisms[run + 1]));
        settings =
            RemoteFlink.from(
                settings("rescaling", parallelisms[run + 1]),
                savepoint,
                RecoveryClaimMode.NO_CLAIM);
      }
      return outcome(desk, began, List.of());
    }
  }

  private Path stopped(JobClient job) throws Exception {
    String savepoint =
        job.stopWithSavepoint(
                false, dir.resolve("savepoints").toUri().toString(), SavepointFormatType.CANONICAL)
            .get(limit.toSeconds(), TimeUnit.SECONDS);
    return Path.of(URI.create(savepoint));
  }

  private Duration killOne(int taskManager, JobClient job, TrialDesk desk) throws Exception {
    long killed = System.nanoTime();
    long wallMillis = System.currentTimeMillis();
    flink.killTaskManager(taskManager);
    flink.startTaskManager(taskManager);
    awaitThat("the job runs again", () -> runsAgain(job, wallMillis));
    int known = desk.minutes().size();
    awaitThat("a minute that was not known", () -> desk.minutes().size() > known);
    Duration recovery = Duration.ofNanos(System.nanoTime() - killed);
    log.accept(
        "task manager %d killed; first new minute after %.1f s"
            .formatted(taskManager, recovery.toMillis() / 1000.0));
    return recovery;
  }

  private boolean runsAgain(JobClient job, long sinceMillis) {
    try {
      JsonNode state = flink.address().get("/jobs/" + job.getJobID()).orElse(null);
      String now = state == null ? "" : state.path("state").stringValue("");
      if (now.equals("FINISHED")) {
        throw new IllegalStateException("The work was done before the kill could disturb it");
      }
      if (state == null || !now.equals("RUNNING")) {
        return false;
      }
      boolean restarted = state.path("timestamps").path("RUNNING").longValue(0) > sinceMillis;
      boolean all = true;
      for (JsonNode vertex : state.path("vertices")) {
        all &= "RUNNING".equals(vertex.path("status").stringValue(""));
      }
      return restarted && all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isComplete() {
    try {
      return flink.address().get("/overview").stream()
          .anyMatch(overview -> overview.path("taskmanagers").intValue(0) == TASK_MANAGERS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private JobClient submit(TrialDesk desk, Configuration settings) throws Exception {
    StreamExecutionEnvironment environment = flink.address().environment(settings);
    work.reportingTo(desk).addTo(environment);
    return flink.address().submit(environment);
  }

  private Configuration settings(String name, int parallelism) throws IOException {
    Path checkpoints = Files.createDirectories(dir.resolve("checkpoints-" + name));
    Configuration settings = JobSettings.live(parallelism, checkpoints);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
    return settings;
  }

  private static Outcome outcome(TrialDesk desk, long began, List<Duration> recoveries) {
    return new Outcome(
        desk.incidents(),
        desk.minutes(),
        desk.repeated(),
        (System.nanoTime() - began) / 1e9,
        recoveries);
  }

  private void awaitThat(String what, BooleanSupplier condition)
      throws InterruptedException, IOException, ExecutionException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "Not within %s: %s%n%s".formatted(limit, what, flink.tailOfLogs()));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Override
  public void close() {
    flink.close();
  }
}
