package io.zaigang.domain.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.StaffedSpan;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleOverrides;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.WindowKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VacancyRuleTest {

  private static final Instant START = Instant.parse("2026-03-02T00:30:00Z");
  private static final WorkingPeriod PERIOD =
      new WorkingPeriod(START, START.plusSeconds(3600), "夏令");

  private final VacancyRule rule =
      VacancyRule.ofWindow(
          new ServiceWindow(
              "w03",
              "3号窗口",
              "不动产登记",
              WindowKind.COUNTER,
              1,
              List.of(new Post("a", "A岗", List.of())),
              RuleOverrides.NONE),
          Duration.ofSeconds(100));

  private final List<Incident> versions = new ArrayList<>();
  private @Nullable Shortage shortage;
  private Instant now = START;

  private void span(Presence presence, long seconds) {
    Instant to = now.plusSeconds(seconds);
    WorkingPeriod period = presence == Presence.EXEMPT ? null : PERIOD;
    ShortageStep step = rule.apply(shortage, new StaffedSpan(now, to, presence, 0, period));
    shortage = step.shortage();
    versions.addAll(step.incidents());
    now = to;
  }

  @Test
  void startsTheClockAnewAfterSomeoneWasThere() {
    span(Presence.EMPTY, 60);
    span(Presence.STAFFED, 1);
    span(Presence.EMPTY, 99);

    assertThat(versions).isEmpty();
    assertThat(rule.confirmsAt(shortage, now)).contains(START.plusSeconds(161));
  }

  @Test
  void confirmsWhenTheGraceIsCrossedToTheMillisecond() {
    span(Presence.STAFFED, 7);
    span(Presence.EMPTY, 500);

    assertThat(versions)
        .extracting(Incident::startedAt, Incident::confirmedAt)
        .containsExactly(tuple(START.plusSeconds(7), START.plusSeconds(107)));
    assertThat(rule.confirmsAt(shortage, now)).isEmpty();
  }

  @Test
  void neverConfirmsWhileNobodyCanSee() {
    span(Presence.EMPTY, 99);
    span(Presence.UNKNOWN, 1000);
    assertThat(versions).isEmpty();
    assertThat(rule.confirmsAt(shortage, now)).isEmpty();

    span(Presence.EMPTY, 1);
    assertThat(versions).extracting(Incident::confirmedAt).containsExactly(START.plusSeconds(1100));
  }

  @Test
  void measuresBlindTimeUpToTheEnd() {
    span(Presence.EMPTY, 50);
    span(Presence.UNKNOWN, 10);
    span(Presence.EMPTY, 50);
    span(Presence.UNKNOWN, 30);
    span(Presence.STAFFED, 1);

    assertThat(versions).extracting(Incident::blindSeconds).containsExactly(10.0, 40.0);
    assertThat(versions.get(1).endedAt()).isEqualTo(START.plusSeconds(140));
  }

  @Test
  void doesNotCallItLeftEarlyWhenTheEndOfThePeriodWasNotSeen() {
    span(Presence.STAFFED, 10);
    span(Presence.EMPTY, 200);
    span(Presence.UNKNOWN, 10);
    span(Presence.EXEMPT, 10);

    Incident closed = versions.get(1);
    assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
    assertThat(closed.endedAt()).isEqualTo(START.plusSeconds(220));
    assertThat(closed.measure()).containsEntry(VacancyRule.UNTIL_PERIOD_END, 0);
  }

  @Test
  void beginsNothingWithBlindTime() {
    span(Presence.UNKNOWN, 600);
    span(Presence.STAFFED, 10);

    assertThat(versions).isEmpty();
    assertThat(shortage).isNull();
  }
}
