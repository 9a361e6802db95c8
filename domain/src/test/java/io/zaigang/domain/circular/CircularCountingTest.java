package io.zaigang.domain.circular;

import static io.zaigang.domain.circular.Weeks.count;
import static io.zaigang.domain.circular.Weeks.missedPunch;
import static io.zaigang.domain.circular.Weeks.offence;
import static io.zaigang.domain.circular.Weeks.phone;
import static io.zaigang.domain.circular.Weeks.vacancy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.circular.CircularFigures.FiguresRow;
import io.zaigang.domain.vacancy.VacancyCause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircularCountingTest {

  private static final Person WANG = new Person("p1", "王某");

  @Test
  void countsPerWindowPerUnitAndInAll() {
    CircularFigures figures =
        count(
            List.of(
                vacancy("w03", "2026-03-02T09:00:00", 12),
                vacancy("w03", "2026-03-04T14:00:00", 7),
                vacancy("w04", "2026-03-05T10:00:00", 30),
                phone("w05", "2026-03-06T15:00:00"),
                missedPunch("w05", WANG, "2026-03-03T00:00:00")));

    FiguresRow w03 = figures.windows().get(0);
    assertThat(w03.tally().vacancies()).isEqualTo(2);
    assertThat(w03.tally().vacancyMinutes()).isEqualTo(19);
    assertThat(w03.tally().vacancyCauses()).containsEntry(VacancyCause.LEFT_POST, 2);
    FiguresRow social = figures.units().get(1);
    assertThat(social.name()).isEqualTo("县人社局");
    assertThat(social.tally().vacancyMinutes()).isEqualTo(30);
    assertThat(social.tally().phoneUses()).isEqualTo(1);
    assertThat(social.tally().missedPunches()).isEqualTo(1);
    assertThat(figures.total().tally().all()).isEqualTo(5);
    assertThat(figures.total().offenceIds()).hasSize(5);
  }

  @Test
  void countsWholeMinutesThatWereSeenSoThatTablesAddUp() {
    Offence seen = vacancy("w03", "2026-03-02T09:00:00", 12);
    Offence partlyBlind = withBlind(vacancy("w03", "2026-03-03T09:00:00", 12), 130_000);

    assertThat(seen.minutes()).isEqualTo(12);
    assertThat(partlyBlind.minutes()).as("12 min less 2 min 10 s, rounded down").isEqualTo(9);
    assertThat(count(List.of(seen, partlyBlind)).total().tally().vacancyMinutes()).isEqualTo(21);
  }

  private static Offence withBlind(Offence o, long millis) {
    return new Offence(
        o.id(),
        o.kind(),
        o.windowId(),
        o.unit(),
        o.people(),
        o.from(),
        o.to(),
        o.countedAt(),
        millis,
        o.cause(),
        o.evidence());
  }

  @Test
  void saysWhatCouldNotBeSeenAndTakesItForNothing() {
    WindowTime time = new WindowTime(1000, 700, 100, 150);

    assertThat(time.unreported()).isEqualTo(50);
    assertThat(time.unseen()).isEqualTo(200);
    assertThat(time.onPostBasisPoints()).as("700 of the 800 s seen").isEqualTo(8750);
    assertThat(time.coverageBasisPoints()).as("800 of 1000 s").isEqualTo(8000);
    assertThat(new WindowTime(1000, 0, 0, 1000).onPostBasisPoints())
        .as("seen by nobody: no rate, neither 0 nor 100 %%")
        .isNull();
  }

  @Test
  void keepsWhatBelongsToNoWindowInTheTotal() {
    CircularFigures figures =
        count(List.of(offence(OffenceKind.GATHERING, null, null, "2026-03-02T09:00:00", 5)));

    assertThat(figures.total().tally().gatherings()).isEqualTo(1);
    assertThat(figures.windows()).allMatch(row -> row.tally().all() == 0);
    assertThat(figures.consequences()).isEmpty();
  }

  @Test
  void takesNothingOfAnotherWeekAndNothingTwice() {
    Offence sunday = vacancy("w03", "2026-03-08T23:59:59", 1);
    assertThat(count(List.of(sunday)).total().tally().vacancies()).isEqualTo(1);

    assertThatThrownBy(() -> count(List.of(vacancy("w03", "2026-03-09T00:00:00", 1))))
        .hasMessageContaining("is not of week");
    assertThatThrownBy(() -> count(List.of(sunday, sunday))).hasMessageContaining("twice");
  }

  @Test
  void givesTheSameFiguresWhateverTheOrderOfTheFacts() {
    Offence one = vacancy("w03", "2026-03-02T09:00:00", 12);
    Offence two = phone("w03", "2026-03-02T09:00:00");
    Offence three = vacancy("w03", "2026-03-03T09:00:00", 6);

    assertThat(count(List.of(three, two, one))).isEqualTo(count(List.of(one, two, three)));
    assertThat(Duration.ofMinutes(count(List.of(one)).total().tally().vacancyMinutes()))
        .isEqualTo(Duration.ofMinutes(12));
  }
}
