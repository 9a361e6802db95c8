package io.zaigang.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.FakeCamera;
import io.zaigang.job.JobSettings;
import io.zaigang.job.TestPlans;
import io.zaigang.job.cluster.ClusterTrial.Place;
import io.zaigang.job.cluster.Outcome.Effort;
import io.zaigang.job.local.LocalFlink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Job manager and two task managers as processes; eight cameras without video. The same with video
 * and networks is {@code zaigang cluster-trial}.
 */
class ClusterIT {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterIT.class);
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant END = START.plusSeconds(480);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final SitePlan PLAN =
      TestPlans.hallWithArea(
          IntStream.rangeClosed(1, 8).mapToObj(n -> "cam-" + n).toArray(String[]::new));

  @TempDir private Path dir;

  @Test
  void tellsTheSameWhateverHappensToItsTaskManagers() throws Exception {
    Outcome expected = undisturbedInThisProcess();
    assertThat(expected.incidents()).hasSizeGreaterThan(50);
    assertThat(expected.minutes()).hasSize(64);
    assertThat(expected.repeated()).isZero();

    Place place = new Place(dir.resolve("trial"), LIMIT, Cores.shared(), null);
    try (ClusterTrial trial = ClusterTrial.start(work(3), place, line -> LOG.info("{}", line))) {
      Outcome killed = trial.killing(2);
      assertThat(killed.recoveries()).hasSize(2);
      assertSame(killed, expected);

      assertSame(trial.rescaling(1, 2, 1), expected);
    }
  }

  /** The same in the end, and nothing else on the way: what was sent twice was the same report. */
  private static void assertSame(Outcome outcome, Outcome expected) {
    assertThat(outcome.incidents()).isEqualTo(expected.incidents());
    assertThat(outcome.minutes()).isEqualTo(expected.minutes());
    assertThat(outcome.frames()).isEqualTo(expected.frames());
    assertThat(outcome.reports()).isEqualTo(expected.reports());
  }

  private Outcome undisturbedInThisProcess() throws Exception {
    try (TrialDesk desk = new TrialDesk(dir.resolve("desk"), null);
        LocalFlink flink = LocalFlink.start(1)) {
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.bounded(1));
      work(0).reportingTo(desk).addTo(environment);
      flink.submit(environment).await();
      return Outcome.of(desk, new Effort(0, null), List.of());
    }
  }

  private static TrialWork work(long pauseMillis) {
    return new TrialWork(
        PLAN, START, END, FakeCamera.recordedUntil(END, pauseMillis), FakeCamera.judge());
  }
}
