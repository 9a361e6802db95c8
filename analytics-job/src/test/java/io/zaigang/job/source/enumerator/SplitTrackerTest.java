package io.zaigang.job.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.job.TestPlans;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.source.split.FootageSplit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTrackerTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant LATER = START.plusSeconds(600);
  private static final FootageSpan LIVE = FootageSpan.since(START);
  private static final FootageSpan HOUR = FootageSpan.between(START, START.plusSeconds(3600));

  @Test
  void sharesCamerasEvenly() {
    SplitTracker tracker = new SplitTracker(LIVE);
    tracker.follow(List.of("a", "b", "c", "d", "e"), START);

    Map<Integer, List<FootageSplit>> assignment = tracker.handOut(Set.of(0, 1));

    assertThat(assignment.get(0)).extracting(FootageSplit::cameraId).containsExactly("a", "c", "e");
    assertThat(assignment.get(1)).extracting(FootageSplit::cameraId).containsExactly("b", "d");
    assertThat(tracker.handOut(Set.of(0, 1))).isEmpty();
  }

  @Test
  void readsCameraThatJoinsFromThenOn() {
    SplitTracker tracker = new SplitTracker(LIVE);
    tracker.follow(List.of("a"), START);
    tracker.handOut(Set.of(0, 1));

    tracker.follow(List.of("a", "b"), LATER);

    assertThat(tracker.handOut(Set.of(0, 1)))
        .isEqualTo(Map.of(1, List.of(FootageSplit.following("b", LATER.toEpochMilli()))));
  }

  @Test
  void doesNotHandOutCameraAgainWhileItsReaderStillHasIt() {
    SplitTracker tracker = new SplitTracker(LIVE);
    tracker.follow(List.of("a", "b"), START);
    tracker.handOut(Set.of(0));

    tracker.follow(List.of("a"), LATER);
    tracker.follow(List.of("a", "b"), LATER.plusSeconds(1));
    assertThat(tracker.handOut(Set.of(0))).isEmpty();

    tracker.released("b", LATER.plusSeconds(2));
    assertThat(tracker.handOut(Set.of(0)).get(0))
        .containsExactly(FootageSplit.following("b", LATER.plusSeconds(2).toEpochMilli()));
  }

  @Test
  void forgetsCameraThatLeftWhileItWaited() {
    SplitTracker tracker = new SplitTracker(LIVE);
    tracker.follow(List.of("a", "b"), START);
    tracker.follow(List.of("a"), LATER);

    assertThat(tracker.handOut(Set.of(0)).get(0))
        .extracting(FootageSplit::cameraId)
        .containsExactly("a");
  }

  @Test
  void dealsOutAnewWhatReadersReportAfterRestart() {
    SplitTracker tracker = SplitTracker.restored(LIVE, state(List.of(), Set.of("a", "b", "c")));
    tracker.follow(List.of("a", "b", "c"), LATER);
    FootageSplit a = FootageSplit.following("a", 0).sampledAt(START.toEpochMilli());
    FootageSplit b = FootageSplit.following("b", 0).sampledAt(START.toEpochMilli() + 5);
    FootageSplit c = FootageSplit.following("c", 0).sampledAt(START.toEpochMilli() + 7);
    tracker.takeBack(0, List.of(a, b, c));
    tracker.takeBack(1, List.of());
    tracker.recoverUnreported(LATER);

    Map<Integer, List<FootageSplit>> assignment = tracker.handOut(Set.of(0, 1));

    assertThat(assignment).isEqualTo(Map.of(0, List.of(a, c), 1, List.of(b)));
  }

  @Test
  void readsCameraAgainThatNobodyReportsAfterRestart() {
    SplitTracker tracker = SplitTracker.restored(LIVE, state(List.of(), Set.of("a")));
    tracker.follow(List.of("a"), LATER);
    tracker.recoverUnreported(LATER);

    assertThat(tracker.handOut(Set.of(0)).get(0))
        .containsExactly(FootageSplit.following("a", LATER.toEpochMilli()));
  }

  @Test
  void leavesCameraThatWasReadToItsEndAloneAfterRestart() {
    SplitTracker tracker = SplitTracker.restored(HOUR, state(List.of(), Set.of("a")));
    tracker.follow(List.of("a", "b"), LATER);
    tracker.recoverUnreported(LATER);

    assertThat(tracker.handOut(Set.of(0)).get(0))
        .extracting(FootageSplit::cameraId)
        .containsExactly("b");
  }

  @Test
  void ignoresStaleReportOfCameraThatAnotherReaderHasNow() {
    SplitTracker tracker = new SplitTracker(LIVE);
    tracker.follow(List.of("a"), START);
    assertThat(tracker.handOut(Set.of(0, 1))).containsOnlyKeys(0);

    tracker.takeBack(1, List.of(FootageSplit.following("a", 0)));

    assertThat(tracker.handOut(Set.of(0, 1))).isEmpty();
  }

  @Test
  void givesCameraOfFailedReaderToTheOneWithFewest() {
    SplitTracker tracker = new SplitTracker(LIVE);
    tracker.follow(List.of("a", "b", "c"), START);
    tracker.handOut(Set.of(0, 1));
    FootageSplit b = FootageSplit.following("b", 42);

    tracker.takeBack(1, List.of(b));

    assertThat(tracker.handOut(Set.of(0, 1))).isEqualTo(Map.of(1, List.of(b)));
  }

  @Test
  void boundedCameraAddedLaterCoversTheWholeSpan() {
    SplitTracker tracker = new SplitTracker(HOUR);
    tracker.follow(List.of("a"), LATER);
    assertThat(tracker.handOut(Set.of(0)).get(0))
        .containsExactly(
            FootageSplit.between(
                "a", START.toEpochMilli(), START.plusSeconds(3600).toEpochMilli()));
  }

  private static EnumeratorState state(List<FootageSplit> waiting, Set<String> handedOut) {
    return new EnumeratorState(
        PlanVersion.from(TestPlans.hall("cam-1"), START), waiting, handedOut);
  }
}
