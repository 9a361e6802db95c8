package io.zaigang.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.WindowPresence;
import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.live.StoredCheckpoints;
import io.zaigang.job.local.LocalFlink;
import io.zaigang.job.local.RunningJob;
import io.zaigang.job.site.PlanFeed;
import io.zaigang.job.site.ScriptedFeed;
import io.zaigang.job.source.FootageSource;
import io.zaigang.job.source.enumerator.FootageSpan;
import io.zaigang.job.source.reader.FootageAccess;
import io.zaigang.job.source.reader.LiveTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job in a MiniCluster, on footage without video: kills, rescaling, changes of plan. */
class AnalyticsJobIT {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant END = START.plusSeconds(600);
  private static final SitePlan PLAN = TestPlans.hallWithArea("cam-1", "cam-2", "cam-3");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path checkpoints;

  private final Collected<Incident> incidents = new Collected<>();
  private final Collected<OccupancyMinute> minutes = new Collected<>();
  private final Collected<WindowPresence> presence = new Collected<>();
  private final Collected<FrameDetections> frames = new Collected<>();

  @Test
  void findsTheSameWithAnyParallelism() throws Exception {
    run(1);
    Map<String, Incident> alone = newestVersions();
    assertThat(alone).hasSizeGreaterThan(20);
    assertThat(alone.values())
        .extracting(Incident::type)
        .contains(IncidentType.VACANCY, IncidentType.PHONE_USE, IncidentType.GATHERING);

    AnalyticsJobIT other = new AnalyticsJobIT();
    other.run(2);
    assertThat(other.newestVersions()).isEqualTo(alone);
    assertThat(sorted(other.minutes.elements())).isEqualTo(sorted(minutes.elements()));
  }

  @Test
  void goesOnFromCheckpointAfterKillAsIfNothingHadHappened() throws Exception {
    run(1);
    Map<String, Incident> undisturbed = newestVersions();
    List<OccupancyMinute> allMinutes = sorted(minutes.elements());

    AnalyticsJobIT killed = new AnalyticsJobIT();
    killed.checkpoints = checkpoints;
    killed.runAndKillAfter(2, 200);
    int framesBefore = killed.frames.elements().size();
    assertThat(framesBefore).isGreaterThan(200);
    killed.runFromCheckpoint(1);

    assertThat(killed.newestVersions()).isEqualTo(undisturbed);
    assertThat(sorted(killed.minutes.elements())).isEqualTo(allMinutes);
    assertThat(killed.frames.elements().stream().distinct())
        .as("every sample was judged, and each always the same")
        .hasSize(3 * 600);
    assertThat(killed.frames.elements().size() - framesBefore)
        .as("only what came after the checkpoint was read again")
        .isLessThan(3 * 600);
  }

  @Test
  void survivesFailureOfItsTasks() throws Exception {
    run(1);
    Map<String, Incident> undisturbed = newestVersions();

    AnalyticsJobIT failing = new AnalyticsJobIT();
    Configuration settings = live(2);
    FootageAccess footage = FailsOnce.after(400, FakeCamera.recordedUntil(END, 1));
    try (LocalFlink flink = LocalFlink.start(2)) {
      RunningJob job =
          failing.submit(
              flink, settings, failing.source(PlanFeed.fixed(PLAN), bounded(), footage), END);
      job.await();
    }
    assertThat(failing.newestVersions()).isEqualTo(undisturbed);
    assertThat(FailsOnce.failures()).isEqualTo(1);
  }

  @Test
  void takesUpCameraThatJoinsThePlanWhileItRuns() throws Exception {
    ScriptedFeed feed = new ScriptedFeed(TestPlans.hall("cam-1"));
    Instant from = Instant.now().minusSeconds(120);
    FootageAccess footage = FakeCamera.recordedUntil(Instant.now().plusSeconds(600), 2);
    try (LocalFlink flink = LocalFlink.start(2)) {
      FootageSource source = source(feed, FootageSpan.since(from), footage);
      RunningJob job = submit(flink, JobSettings.common(2), source, null);
      awaitThat(() -> framesOf("cam-1") > 10);
      assertThat(framesOf("cam-2")).isZero();

      feed.become(TestPlans.hall("cam-1", "cam-2"));
      awaitThat(() -> framesOf("cam-2") > 10);

      feed.become(TestPlans.hall("cam-2"));
      awaitThat(() -> stopsGrowing("cam-1"));
      job.cancel().get();
    }
  }

  @AfterEach
  void everyPictureWasGivenBack() {
    assertThat(FakeCamera.OPEN_PICTURES).hasValue(0);
  }

  private void run(int parallelism) throws Exception {
    try (LocalFlink flink = LocalFlink.start(parallelism)) {
      submit(
              flink,
              JobSettings.bounded(parallelism),
              source(PlanFeed.fixed(PLAN), bounded(), FakeCamera.recordedUntil(END, 0)),
              END)
          .await();
    }
  }

  private void runAndKillAfter(int parallelism, int samples) throws Exception {
    try (LocalFlink flink = LocalFlink.start(parallelism)) {
      RunningJob job =
          submit(
              flink,
              live(parallelism),
              source(PlanFeed.fixed(PLAN), bounded(), FakeCamera.recordedUntil(END, 6)),
              END);
      awaitThat(() -> frames.elements().size() > samples);
      awaitThat(() -> checkpointed(job));
      int atCheckpoint = frames.elements().size();
      awaitThat(() -> frames.elements().size() > atCheckpoint + 50);
      job.cancel().get();
    }
  }

  /** Not as long as one of its tasks has not begun, which takes a while on a busy machine. */
  private static boolean checkpointed(RunningJob job) {
    try {
      job.checkpoint().join();
      return true;
    } catch (CompletionException refused) {
      return false;
    }
  }

  private void runFromCheckpoint(int parallelism) throws Exception {
    Optional<Path> latest = new StoredCheckpoints(checkpoints).latest();
    assertThat(latest).isPresent();
    Configuration settings = live(parallelism);
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, latest.get().toUri().toString());
    settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    try (LocalFlink flink = LocalFlink.start(parallelism)) {
      submit(
              flink,
              settings,
              source(PlanFeed.fixed(PLAN), bounded(), FakeCamera.recordedUntil(END, 0)),
              END)
          .await();
    }
  }

  private Configuration live(int parallelism) {
    Configuration settings =
        JobSettings.live(
            parallelism, checkpoints == null ? Path.of("target", "checkpoints") : checkpoints);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    return settings;
  }

  private static FootageSpan bounded() {
    return FootageSpan.between(START, END);
  }

  private FootageSource source(PlanFeed feed, FootageSpan span, FootageAccess footage) {
    return new FootageSource(feed, span, footage, LiveTiming.DEFAULT);
  }

  private RunningJob submit(
      LocalFlink flink, Configuration settings, FootageSource source, Instant end)
      throws Exception {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(settings);
    new AnalyticsJob(
            source,
            new DetectFrames(FakeCamera.judge()),
            end,
            new JobSinks(incidents, minutes, presence, frames))
        .addTo(environment);
    return flink.submit(environment);
  }

  private Map<String, Incident> newestVersions() {
    Map<String, Incident> newest = new TreeMap<>();
    incidents.elements().forEach(incident -> newest.put(incident.id(), incident));
    return newest;
  }

  private static List<OccupancyMinute> sorted(List<OccupancyMinute> minutes) {
    return minutes.stream()
        .distinct()
        .sorted(
            Comparator.comparing(OccupancyMinute::minute).thenComparing(OccupancyMinute::windowId))
        .toList();
  }

  private long framesOf(String cameraId) {
    return frames.elements().stream().filter(f -> f.cameraId().equals(cameraId)).count();
  }

  private boolean stopsGrowing(String cameraId) {
    long before = framesOf(cameraId);
    long others = frames.elements().size() - before;
    awaitThat(() -> frames.elements().size() - framesOf(cameraId) > others + 100);
    return framesOf(cameraId) == before;
  }

  private static void awaitThat(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("not within " + LIMIT).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
