package io.zaigang.domain.circular;

import static io.zaigang.domain.circular.Weeks.ZONE;
import static io.zaigang.domain.circular.Weeks.offence;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.circular.Consequence.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * First and second offences, as a table that can be read beside the regulation. An offence is
 * written {@code kind window[person] date}; the circular is that of the last one's week. The answer
 * is, for each window and person of that week, how manieth it was.
 */
class EscalationTest {

  @ParameterizedTest(name = "{3}: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VACANCY w03 2026-03-02                                       | CALENDAR_YEAR | w03=1         | the first of the year is named
          VACANCY w03 2026-01-05, VACANCY w03 2026-03-02               | CALENDAR_YEAR | w03=2         | the second brings the letter
          VACANCY w03 2026-03-02, VACANCY w03 2026-03-04               | CALENDAR_YEAR | w03=2         | two in one week are first and second
          PHONE_USE w03 2026-02-02, VACANCY w03 2026-03-02             | CALENDAR_YEAR | w03=2         | kinds count together
          VACANCY w04 2026-02-02, VACANCY w03 2026-03-02               | CALENDAR_YEAR | w03=1         | another window's do not
          VACANCY w03 2025-12-31, VACANCY w03 2026-01-05               | CALENDAR_YEAR | w03=1         | last year's do not
          VACANCY w03 2026-12-29, VACANCY w03 2027-01-01               | CALENDAR_YEAR | w03=1         | not even in the same week, over New Year
          VACANCY w03 2025-12-31, VACANCY w03 2026-01-05               | ROLLING_YEAR  | w03=2         | unless the hall counts twelve months
          VACANCY w03 2025-03-02, VACANCY w03 2026-03-02               | ROLLING_YEAR  | w03=2         | a year ago to the day still counts
          VACANCY w03 2025-03-01, VACANCY w03 2026-03-02               | ROLLING_YEAR  | w03=1         | a day earlier does not
          VACANCY w03 2026-06-30, VACANCY w03 2026-07-01               | HALF_YEAR     | w03=1         | the half-year turns on 1 July
          VACANCY w03 2026-03-31, VACANCY w03 2026-04-01               | QUARTER       | w03=1         | the quarter turns on 1 April
          VACANCY w03 2026-02-01, VACANCY w03 2026-03-31               | QUARTER       | w03=2         | inside it they count
          MISSED_PUNCH w03[wang] 2026-03-03                            | CALENDAR_YEAR | wang=1        | a missed punch is the person's, not the window's
          MISSED_PUNCH w03[wang] 2026-02-03, MISSED_PUNCH w03[li] 2026-03-03 | CALENDAR_YEAR | li=1    | and never a colleague's
          MISSED_PUNCH w03[wang] 2026-02-03, VACANCY w03[wang] 2026-03-03    | CALENDAR_YEAR | w03=1 wang=2 | a vacancy counts for both where the person is known
          CHECK_FINDING w03 2026-02-03, VACANCY w03 2026-03-03         | CALENDAR_YEAR | w03=1         | what checks find is named and counts no further
          CHECK_FINDING w03 2026-03-03                                 | CALENDAR_YEAR | ''            | so it has no number of its own
          GATHERING - 2026-03-03                                       | CALENDAR_YEAR | ''            | a gathering in an area is nobody's
          VACANCY w03 2026-01-05, VACANCY w03 2026-02-02, VACANCY w03 2026-03-02 | CALENDAR_YEAR | w03=3 | the third is a repeated one as well
          """)
  void numbersOffences(String offences, EscalationSpan span, String expected, String why) {
    CircularFigures figures = circular(offences, span);

    String numbers =
        figures.consequences().stream()
            .map(c -> c.subject().id() + "=" + c.ordinal())
            .collect(Collectors.joining(" "));
    assertThat(numbers).as(why).isEqualTo(expected);
    assertThat(figures.consequences())
        .allSatisfy(
            c -> assertThat(c.level()).isEqualTo(c.ordinal() == 1 ? Level.FIRST : Level.REPEATED));
  }

  private static CircularFigures circular(String text, EscalationSpan span) {
    List<Offence> all = new ArrayList<>();
    Arrays.stream(text.split(",")).map(String::strip).map(EscalationTest::read).forEach(all::add);
    CircularWeek week = CircularWeek.holding(all.get(all.size() - 1).countedAt(), ZONE);
    List<Offence> ofWeek = all.stream().filter(o -> week.holds(o.countedAt(), ZONE)).toList();
    List<EarlierOffence> earlier =
        all.stream().filter(o -> !ofWeek.contains(o)).map(Offence::asEarlier).toList();
    EscalationPolicy policy = new EscalationPolicy(span, EscalationPolicy.DEFAULT.kinds());
    return CircularCounting.count(
        new CircularInputs(week, ZONE, policy, Weeks.WINDOWS, ofWeek, earlier, List.of()));
  }

  private static Offence read(String text) {
    String[] words = text.split(" +");
    String place = words[1].replaceAll("\\[.*", "");
    String name = words[1].contains("[") ? words[1].replaceAll(".*\\[|]", "") : "";
    @Nullable Person person = name.isEmpty() ? null : new Person(name, name);
    return offence(
        OffenceKind.valueOf(words[0]),
        place.equals("-") ? null : place,
        person,
        LocalDate.parse(words[2]) + "T09:00:00",
        10);
  }
}
