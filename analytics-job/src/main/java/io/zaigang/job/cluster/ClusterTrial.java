package io.zaigang.job.cluster;

import io.zaigang.job.JobSettings;
import io.zaigang.job.cluster.Outcome.Effort;
import io.zaigang.job.cluster.Outcome.Pace;
import io.zaigang.job.dashboard.DashboardAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Does a piece of work on a cluster of a job manager and two task managers: undisturbed, with task
 * managers killed in the middle, and stopped and resumed with another parallelism.
 */
public final class ClusterTrial implements AutoCloseable {

  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);
  private static final Duration TELL_EVERY = Duration.ofSeconds(15);
  private static final int TASK_MANAGERS = 2;
  private static final int ATTEMPTS = 3;

  private final TrialWork work;
  private final Path dir;
  private final Duration limit;
  private final Consumer<String> log;
  private final FlinkProcesses flink;
  private final @Nullable DashboardAddress dashboard;

  private ClusterTrial(TrialWork work, Place place, Consumer<String> log) throws IOException {
    this.work = work;
    this.dir = place.dir();
    this.limit = place.limit();
    this.dashboard = place.dashboard();
    this.log = log;
    this.flink = FlinkProcesses.in(dir.resolve("flink"), place.cores());
  }

  /**
   * Where a trial takes place.
   *
   * @param limit for each thing that is waited for
   * @param cores what a task manager may use
   * @param dashboard a real one that gets every report too, but for the warm-up; null for none
   */
  public record Place(
      Path dir, Duration limit, Cores cores, @Nullable DashboardAddress dashboard) {}

  /** Starts the cluster; once more where a port that was free has been taken in between. */
  public static ClusterTrial start(TrialWork work, Place place, Consumer<String> log)
      throws Exception {
    for (int attempt = 1; ; attempt++) {
      ClusterTrial trial = new ClusterTrial(work, place, log);
      try {
        if (trial.becomesComplete()) {
          return trial;
        }
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              "The job manager ended:%n%s".formatted(trial.flink.tailOfLogs()));
        }
        trial.close();
      } catch (Exception e) {
        trial.close();
        throw e;
      }
    }
  }

  /** False where the job manager has ended instead. */
  private boolean becomesComplete() throws InterruptedException, IOException {
    for (int number = 1; number <= TASK_MANAGERS; number++) {
      flink.startTaskManager(number);
    }
    awaitThat("the cluster is complete", () -> isComplete() || !flink.jobManagerRuns());
    return flink.jobManagerRuns();
  }

  /** Lets every task manager do some of the work, so that what follows is not about starting. */
  public void warmUp(Duration span) throws Exception {
    TrialWork some = work.firstOf(span);
    try (TrialDesk desk = new TrialDesk(dir, null)) {
      finish("warm-up", submit(some, desk, settings("warm-up", TASK_MANAGERS)), desk);
    }
  }

  /** Without any disturbance. */
  public Outcome undisturbed(int parallelism) throws Exception {
    String name = "undisturbed-" + parallelism;
    try (TrialDesk desk = new TrialDesk(dir, dashboard)) {
      long began = System.nanoTime();
      JobClient job = submit(work, desk, settings(name, parallelism));
      Pace pace = paceInTheMiddle(desk);
      finish(name, job, desk);
      return Outcome.of(desk, new Effort(secondsSince(began), pace), List.of());
    }
  }

  private Pace paceInTheMiddle(TrialDesk desk) throws Exception {
    awaitShare(1, 10, desk);
    int known = desk.framesKnown();
    long began = System.nanoTime();
    double cpuBefore = flink.cpuSeconds();
    awaitShare(9, 10, desk);
    int pictures = desk.framesKnown() - known;
    return new Pace(pictures / secondsSince(began), (flink.cpuSeconds() - cpuBefore) / pictures);
  }

  /** With task managers killed by force, one after the other, while it runs. */
  public Outcome killing(int times) throws Exception {
    try (TrialDesk desk = new TrialDesk(dir, dashboard)) {
      long began = System.nanoTime();
      List<Duration> recoveries = new ArrayList<>();
      JobClient job = submit(work, desk, settings("killing", TASK_MANAGERS));
      for (int kill = 1; kill <= times; kill++) {
        awaitShare(kill, times + 1, desk);
        recoveries.add(killOne((kill - 1) % TASK_MANAGERS + 1, job, desk));
      }
      finish("killing", job, desk);
      return Outcome.of(desk, new Effort(secondsSince(began), null), recoveries);
    }
  }

  /** Stopped with a savepoint and resumed with each parallelism in turn. */
  public Outcome rescaling(int... parallelisms) throws Exception {
    try (TrialDesk desk = new TrialDesk(dir, dashboard)) {
      long began = System.nanoTime();
      Configuration settings = settings("rescaling", parallelisms[0]);
      for (int run = 0; run < parallelisms.length - 1; run++) {
        JobClient job = submit(work, desk, settings);
        awaitShare(run + 1, parallelisms.length, desk);
        Path savepoint = stopped(job);
        int next = parallelisms[run + 1];
        log.accept("stopped with a savepoint; on with parallelism " + next);
        settings =
            RemoteFlink.from(settings("rescaling", next), savepoint, RecoveryClaimMode.NO_CLAIM);
      }
      finish("rescaling", submit(work, desk, settings), desk);
      return Outcome.of(desk, new Effort(secondsSince(began), null), List.of());
    }
  }

  private void awaitShare(int part, int parts, TrialDesk desk) throws Exception {
    int share = work.frames() * part / parts;
    awaitThat(
        "picture %d of %d".formatted(share, work.frames()), () -> desk.framesKnown() >= share);
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
    int known = desk.framesKnown();
    awaitThat("a picture that was not known", () -> desk.framesKnown() > known);
    Duration recovery = Duration.ofNanos(System.nanoTime() - killed);
    log.accept(
        "task manager %d killed; the desk hears on after %.1f s"
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

  private JobClient submit(TrialWork some, TrialDesk desk, Configuration settings)
      throws Exception {
    StreamExecutionEnvironment environment = flink.address().environment(settings);
    some.reportingTo(desk).addTo(environment);
    return flink.address().submit(environment);
  }

  /** Waits for the end, and fails as the job does. */
  private void finish(String name, JobClient job, TrialDesk desk) throws Exception {
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    long[] told = {System.nanoTime()};
    awaitThat(
        name + " is done",
        () -> {
          if (secondsSince(told[0]) > TELL_EVERY.toSeconds()) {
            told[0] = System.nanoTime();
            log.accept("%s: %d pictures".formatted(name, desk.framesKnown()));
          }
          return result.isDone();
        });
    result.get();
  }

  private Configuration settings(String name, int parallelism) throws IOException {
    Path checkpoints = Files.createDirectories(dir.resolve("checkpoints-" + name));
    Configuration settings = JobSettings.live(parallelism, checkpoints);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
    return settings;
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private void awaitThat(String what, BooleanSupplier condition)
      throws InterruptedException, IOException {
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
