package io.zaigang.domain.circular;

import static io.zaigang.domain.circular.Weeks.WEEK;
import static io.zaigang.domain.circular.Weeks.vacancy;
import static io.zaigang.domain.circular.Weeks.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.circular.Correction.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

  private static final Offence MONDAY = vacancy("w03", "2026-03-02T09:00:00", 12);
  private static final Offence FRIDAY = vacancy("w03", "2026-03-06T09:00:00", 8);
  private static final CircularInputs PUBLISHED = week(WEEK, List.of(MONDAY, FRIDAY));

  @Test
  void findsNothingWhereNothingChanged() {
    assertThat(Corrections.between(PUBLISHED, week(WEEK, List.of(FRIDAY, MONDAY)), 2)).isEmpty();
  }

  @Test
  void withdrawsWhatAnAppealReversedAndRecountsWhatCameAfter() {
    List<Correction> corrections = Corrections.between(PUBLISHED, week(WEEK, List.of(FRIDAY)), 2);

    assertThat(corrections)
        .extracting(Correction::change)
        .containsExactly(Change.WITHDRAWN, Change.RECOUNTED);
    assertThat(corrections.get(0).offenceId()).isEqualTo(MONDAY.id());
    assertThat(corrections.get(0).windowName()).isEqualTo("3号窗口");
    assertThat(corrections.get(1).ordinalBefore()).isEqualTo(2);
    assertThat(corrections.get(1).ordinalNow()).isEqualTo(1);
  }

  @Test
  void addsWhatWasConfirmedOnlyAfterwards() {
    Offence late = vacancy("w04", "2026-03-04T09:00:00", 9);

    assertThat(Corrections.between(PUBLISHED, week(WEEK, List.of(MONDAY, FRIDAY, late)), 2))
        .singleElement()
        .satisfies(c -> assertThat(c.change()).isEqualTo(Change.ADDED))
        .satisfies(c -> assertThat(c.ordinalNow()).isEqualTo(1));
  }

  @Test
  void recountsALaterWeekWhenAnEarlierOffenceFalls() {
    CircularWeek next = WEEK.next();
    Offence later = vacancy("w03", "2026-03-10T09:00:00", 10);
    CircularInputs published = week(next, List.of(later), MONDAY);
    CircularInputs now = week(next, List.of(later));

    assertThat(Corrections.between(published, now, 2))
        .singleElement()
        .satisfies(c -> assertThat(c.change()).isEqualTo(Change.RECOUNTED))
        .satisfies(c -> assertThat(c.ordinalBefore()).isEqualTo(2))
        .satisfies(c -> assertThat(c.ordinalNow()).isEqualTo(1));
  }
}
