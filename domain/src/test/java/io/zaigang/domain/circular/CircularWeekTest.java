package io.zaigang.domain.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircularWeekTest {

  @ParameterizedTest(name = "{0} in the hall is of the week of {1}")
  @CsvSource({
    "2026-03-02T00:00:00.000, 2026-03-02, Monday 00:00 opens the week",
    "2026-03-08T23:59:59.999, 2026-03-02, the last millisecond of Sunday is still of it",
    "2026-03-09T00:00:00.000, 2026-03-09, Sunday 24:00 is the next one's",
    "2026-12-31T16:00:00.000, 2026-12-28, a week may reach over New Year",
    "2027-01-03T12:00:00.000, 2026-12-28, and is still one week",
  })
  void runsFromMondayMidnightToSundayMidnight(String local, LocalDate monday, String why) {
    assertThat(CircularWeek.holding(Weeks.at(local), Weeks.ZONE).monday())
        .as(why)
        .isEqualTo(monday);
  }

  @Test
  void isTheHallsWeekWhateverUtcSays() {
    // Monday 00:30 in the hall is Sunday 16:30 in UTC
    var at = Weeks.at("2026-03-09T00:30:00");

    assertThat(at.toString()).startsWith("2026-03-08T16:30");
    assertThat(CircularWeek.holding(at, Weeks.ZONE).monday()).isEqualTo("2026-03-09");
  }

  @Test
  void bearsTheIsoNumberOfItsYear() {
    CircularWeek overNewYear = CircularWeek.holding(LocalDate.parse("2027-01-03"));

    assertThat(overNewYear.year()).isEqualTo(2026);
    assertThat(overNewYear.number()).isEqualTo(53);
  }

  @Test
  void beginsOnAMonday() {
    assertThatThrownBy(() -> new CircularWeek(LocalDate.parse("2026-03-03")))
        .hasMessageContaining("2026-03-03 is a TUESDAY");
  }
}
