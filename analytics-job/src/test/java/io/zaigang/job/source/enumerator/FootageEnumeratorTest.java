package io.zaigang.job.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.job.TestPlans;
import io.zaigang.job.site.PlanFeed;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.site.ScriptedFeed;
import io.zaigang.job.source.split.FootageSplit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FootageEnumeratorTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final FootageSpan LIVE = FootageSpan.since(NOW.minusSeconds(3600));

  private final FakeEnumeratorContext context = new FakeEnumeratorContext(2);

  @Test
  void waitsForAllReadersBeforeItHandsOutCameras() {
    FootageEnumerator enumerator = started(PlanFeed.fixed(TestPlans.hall("cam-1", "cam-2")));

    register(enumerator, 0);
    assertThat(context.assigned).isEmpty();

    register(enumerator, 1);
    assertThat(context.assigned.get(0)).extracting(FootageSplit::cameraId).containsExactly("cam-1");
    assertThat(context.assigned.get(1)).extracting(FootageSplit::cameraId).containsExactly("cam-2");
    assertThat(context.noMoreSplits).isEmpty();
  }

  @Test
  void tellsEveryReaderThePlanBeforeItGetsCameras() {
    FootageEnumerator enumerator = started(PlanFeed.fixed(TestPlans.hall("cam-1")));
    register(enumerator, 0);
    register(enumerator, 1);

    for (int reader = 0; reader < 2; reader++) {
      assertThat(context.events.get(reader))
          .containsExactly(
              new PlanAnnounced(PlanVersion.from(TestPlans.hall("cam-1"), LIVE.from())));
    }
  }

  @Test
  void endsBoundedReadersAlsoThoseWithoutCamera() {
    FootageEnumerator enumerator =
        new FootageEnumerator(
            context,
            PlanFeed.fixed(TestPlans.hall("cam-1")),
            FootageSpan.between(NOW, NOW.plusSeconds(60)),
            CLOCK);
    enumerator.start();
    register(enumerator, 0);
    register(enumerator, 1);

    assertThat(context.noMoreSplits).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void followsPlanThatChanges() {
    ScriptedFeed feed = new ScriptedFeed(TestPlans.hall("cam-1"));
    FootageEnumerator enumerator = started(feed);
    register(enumerator, 0);
    register(enumerator, 1);

    feed.become(TestPlans.hall("cam-1", "cam-2"));
    context.runPeriodicCalls();

    assertThat(context.assigned.get(1))
        .containsExactly(FootageSplit.following("cam-2", NOW.toEpochMilli()));
    assertThat(context.events.get(0)).hasSize(2);
    assertThat(enumerator.snapshotState(1).plan().validFrom()).isEqualTo(NOW);
  }

  @Test
  void goesOnWithItsPlanWhileNobodyGivesANewer() {
    ScriptedFeed feed = new ScriptedFeed(TestPlans.hall("cam-1"));
    FootageEnumerator enumerator = started(feed);
    register(enumerator, 0);
    register(enumerator, 1);

    feed.fail();
    context.runPeriodicCalls();

    assertThat(context.events.get(0)).hasSize(1);
    assertThat(enumerator.snapshotState(1).handedOut()).containsExactly("cam-1");
  }

  @Test
  void goesOnFromCheckpointWithWhatReadersReport() {
    FootageSplit left = FootageSplit.following("cam-1", 0).sampledAt(NOW.toEpochMilli());
    EnumeratorState stored =
        new EnumeratorState(
            PlanVersion.from(TestPlans.hall("cam-1", "cam-2"), LIVE.from()),
            List.of(FootageSplit.following("cam-2", 77)),
            Set.of("cam-1"));
    FootageEnumerator enumerator =
        new FootageEnumerator(
            context, PlanFeed.fixed(TestPlans.hall("cam-1", "cam-2")), LIVE, CLOCK, stored);
    enumerator.start();
    context.register(0, List.of());
    enumerator.addReader(0);
    context.register(1, List.of(left));
    enumerator.addReader(1);

    assertThat(context.assigned.get(0)).containsExactly(left);
    assertThat(context.assigned.get(1)).containsExactly(FootageSplit.following("cam-2", 77));
    assertThat(enumerator.snapshotState(2).plan()).isEqualTo(stored.plan());
  }

  @Test
  void putsPlanThatChangedWhileItWasDownInForceFromNow() {
    EnumeratorState stored =
        new EnumeratorState(
            PlanVersion.from(TestPlans.hall("cam-1"), LIVE.from()), List.of(), Set.of("cam-1"));
    FootageEnumerator enumerator =
        new FootageEnumerator(
            context, PlanFeed.fixed(TestPlans.hall("PT99S", 1, "cam-1")), LIVE, CLOCK, stored);
    enumerator.start();

    assertThat(enumerator.snapshotState(1).plan().validFrom()).isEqualTo(NOW);
  }

  private FootageEnumerator started(PlanFeed feed) {
    FootageEnumerator enumerator = new FootageEnumerator(context, feed, LIVE, CLOCK);
    enumerator.start();
    return enumerator;
  }

  private void register(FootageEnumerator enumerator, int subtask) {
    context.register(subtask, List.of());
    enumerator.addReader(subtask);
  }
}
