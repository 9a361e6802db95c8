package io.zaigang.domain.site;

import static io.zaigang.domain.site.PlanDocument.list;
import static io.zaigang.domain.site.PlanDocument.map;
import static io.zaigang.domain.site.PlanDocument.points;
import static io.zaigang.domain.site.PlanDocument.season;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.DocumentNode.Entry;
import io.zaigang.domain.site.DocumentNode.Mapping;
import io.zaigang.domain.site.DocumentNode.Scalar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePlanReaderTest {

  private static SitePlan plan(PlanDocument document) {
    SitePlanReading reading = document.read();
    assertThat(reading.problems()).isEmpty();
    return reading.plan().orElseThrow();
  }

  private static void refuses(PlanDocument document, String path, String message) {
    SitePlanReading reading = document.read();
    assertThat(reading.plan()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(path);
              assertThat(problem.message()).contains(message);
              assertThat(problem.line()).isPositive();
            });
  }

  @Test
  void readsTheDocumentedPlan() {
    SitePlan plan = plan(new PlanDocument());

    assertThat(plan.hall().timeZone().getId()).isEqualTo("Asia/Shanghai");
    assertThat(plan.cameras()).extracting(Camera::id).containsExactly("cam-01", "cam-02");
    assertThat(plan.windows()).extracting(ServiceWindow::id).containsExactly("w03", "w04");
    assertThat(plan.windows().get(0).posts())
        .extracting(Post::id)
        .containsExactly("w03-a", "w03-b");
    assertThat(plan.rules()).isEqualTo(RuleSettings.DEFAULT);
    assertThat(plan.areas()).extracting(Area::kind).containsExactly(AreaKind.STAFF_AREA);
  }

  @Test
  void fillsInWhatMayBeLeftOut() {
    SitePlan plan =
        plan(
            new PlanDocument()
                .without("rules")
                .without("areas")
                .without("calendar.holidays")
                .with("calendar.extraWorkdays", null)
                .without("cameras[0].analysisFps")
                .without("windows[0].kind")
                .without("windows[0].minOnPost"));

    assertThat(plan.rules()).isEqualTo(RuleSettings.DEFAULT);
    assertThat(plan.areas()).isEmpty();
    assertThat(plan.calendar().holidays()).isEmpty();
    assertThat(plan.calendar().extraWorkdays()).isEmpty();
    assertThat(plan.cameras().get(0).analysisFps()).isEqualTo(0.5);
    assertThat(plan.windows().get(0).kind()).isEqualTo(WindowKind.COUNTER);
    assertThat(plan.windows().get(0).minOnPost()).isEqualTo(1);
  }

  @Test
  void laysAWindowsRulesOverTheHallsKeyByKey() {
    SitePlan plan =
        plan(
            new PlanDocument()
                .with("rules.vacancy.absentAfter", "PT30S")
                .with("windows[0].rules", map("vacancy", map("grace", "PT2M"))));

    RuleSettings rules = plan.rulesFor(plan.windows().get(0));
    assertThat(rules.vacancy().grace()).isEqualTo(Duration.ofMinutes(2));
    assertThat(rules.vacancy().absentAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rules.phoneUse()).isEqualTo(plan.rules().phoneUse());
    assertThat(plan.rulesFor(plan.windows().get(1))).isEqualTo(plan.rules());
  }

  @Test
  void letsHoursRunToTheEndOfTheDay() {
    SitePlan plan = plan(new PlanDocument().with("calendar.seasons[0].hours", list("00:00-24:00")));

    assertThat(plan.calendar().seasons().get(0).hours())
        .containsExactly(new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
  }

  @Test
  void reportsEveryProblemAtOnceInTheOrderOfTheDocument() {
    SitePlanReading reading =
        new PlanDocument()
            .with("calendar.seasons[0].hours", list("08:30-12:00", "11:00-17:00"))
            .with("cameras[1].url", "file:///etc/passwd")
            .with("windows[0].posts[1].zones[0].polygon", points("0 0", "1 1", "1 0", "0 1"))
            .with("windows[1].posts[0].zones[0].camera", "cam-99")
            .with("areas[0].colour", "red")
            .read();

    assertThat(reading.plan()).isEmpty();
    assertThat(reading.problems())
        .extracting(SitePlanProblem::path)
        .containsExactly(
            "calendar.seasons[0].hours",
            "cameras[1].url",
            "windows[0].posts[1].zones[0].polygon",
            "windows[1].posts[0].zones[0].camera",
            "areas[0].colour");
    assertThat(reading.problems()).extracting(SitePlanProblem::line).doesNotContain(0).isSorted();
  }

  @Test
  void namesPathLineAndValueInOneLine() {
    SitePlanProblem problem =
        new SitePlanProblem(
            "windows[0].minOnPost", 41, "expected 1", PlanMistake.WHOLE_NUMBER, List.of());

    assertThat(problem).hasToString("windows[0].minOnPost (line 41): expected 1");
    assertThat(new SitePlanProblem("", 0, "is empty", PlanMistake.MISSING, List.of()))
        .hasToString("site plan: is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hall",
        "hall.id",
        "hall.name",
        "hall.timeZone",
        "calendar",
        "calendar.workdays",
        "calendar.seasons",
        "calendar.seasons[1].hours",
        "windows",
        "cameras[0].name",
        "cameras[0].url",
        "windows[1].id",
        "windows[1].unit",
        "windows[1].posts",
        "windows[1].posts[0].zones",
        "windows[1].posts[0].zones[0].polygon",
        "areas[0].kind",
        "areas[0].camera"
      })
  void asksForWhatMustBeThere(String path) {
    refuses(new PlanDocument().without(path), path, "is missing");
  }

  @Test
  void takesAKeyWithoutValueForMissing() {
    refuses(new PlanDocument().with("hall.name", null), "hall.name", "is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hall|text|expected keys with values, found a single value",
        "hall.timeZone|Asia/Jingde|such as Asia/Shanghai",
        "hall.id|../etc|is no id",
        "cameras|text|expected a list",
        "cameras[1].id|cam 1|is no id",
        "cameras[1].id|cam-01|taken already by cameras[0].id",
        "cameras[0].url|http://192.0.2.1/|'http'",
        "cameras[0].url|file:///etc/passwd|'file'",
        "cameras[0].url|rtsp:///stream|names no host",
        "cameras[0].url|192.0.2.1|such as rtsp://",
        "cameras[0].url|rtsp://{USER@192.0.2.1/|braces",
        "cameras[0].analysisFps|0|above 0 and up to 30",
        "cameras[0].analysisFps|30.5|above 0 and up to 30",
        "cameras[0].analysisFps|NaN|expected a number",
        "calendar.workdays[1]|Monday|MON, TUE",
        "calendar.holidays[0]|2026-10-07/2026-10-01|ends before it starts",
        "calendar.holidays[0]|2026-02-30|expected days",
        "calendar.extraWorkdays[1]|2026-09-20|there twice",
        "calendar.extraWorkdays[1]|2026-10-03|is a holiday too",
        "calendar.seasons[0].from|02-30|month and day",
        "calendar.seasons[0].hours[0]|12:00-08:30|ends before it starts",
        "calendar.seasons[0].hours[0]|8:30-12:00|such as 08:30-12:00",
        "rules.vacancy.grace|5 min|such as PT5M",
        "rules.vacancy.grace|-PT1S|PT0S to PT24H",
        "rules.vacancy.grace|PT25H|PT0S to PT24H",
        "rules.vacancy.grace|PT0.0001S|whole milliseconds",
        "rules.blindAfter|PT0S|above zero",
        "rules.phoneUse.share|1.01|above 0 and up to 1",
        "rules.gathering.minPersons|1|from 2 to 50",
        "rules.gathering.minPersons|3.5|whole number",
        "windows[1].id|w03|taken already by windows[0].id",
        "windows[1].kind|DESK|COUNTER, GUIDE_DESK",
        "windows[1].minOnPost|0|from 1 to",
        "windows[1].minOnPost|3|has 2 posts",
        "windows[1].posts[0].id|w03-b|taken already by windows[0].posts[1].id",
        "windows[1].posts[0].zones[0].camera|cam-3|no camera 'cam-3'",
        "areas[0].camera|cam-3|no camera 'cam-3'",
      })
  void saysWhatIsWrongWithAValue(String path, String value, String message) {
    refuses(new PlanDocument().with(path, value), path, message);
  }

  @Test
  void reportsValuesThatContradictEachOtherWhereTheyMeet() {
    refuses(
        new PlanDocument().with("calendar.workdays[1]", "MON"), "calendar.workdays", "there twice");
    refuses(
        new PlanDocument().with("calendar.seasons[0].hours[1]", "11:59-17:00"),
        "calendar.seasons[0].hours",
        "hours overlap: 08:30-12:00 and 11:59-17:00");
    refuses(
        new PlanDocument().with("rules.phoneUse.lookEvery", "PT3M"), "rules", "must not be longer");
  }

  @Test
  void neverRepeatsACamerasAddress() {
    SitePlanReading reading =
        new PlanDocument().with("cameras[0].url", "ftp://admin:secret@192.0.2.1/").read();

    assertThat(reading.problems()).isNotEmpty();
    assertThat(reading.problems().toString()).doesNotContain("secret");
  }

  @Test
  void findsDaysWithoutSeasonAndDaysWithTwo() {
    String path = "calendar.seasons";
    refuses(
        new PlanDocument().with("calendar.seasons[1].to", "04-28"), path, "covers 04-29 to 04-30");
    refuses(
        new PlanDocument().with("calendar.seasons[0].to", "10-02"), path, "from 10-01 to 10-02");
    refuses(
        new PlanDocument()
            .with("calendar.seasons", list(season("全年", "03-01", "02-28", "09:00-17:00"))),
        path,
        "covers 02-29 to 02-29");
  }

  @Test
  void refusesPolygonsThatAreNone() {
    String path = "windows[0].posts[0].zones[0].polygon";
    PlanDocument document = new PlanDocument();
    refuses(document.with(path, points("0 0", "1 1")), path, "at least 3 points, found 2");
    refuses(document.with(path, points("0 0", "1 1", "1 0", "0 1")), path, "crosses itself");
    refuses(document.with(path, points("0 0", "0.5 0.5", "1 1")), path, "no area");
    refuses(document.with(path, points("0 0", "1", "1 1")), path + "[1]", "a point is [x, y]");
    refuses(document.with(path, points("0 0", "1 1.01", "1 1")), path + "[1][1]", "from 0 to 1");
  }

  @Test
  void refusesPostsThatNoCameraSeesOrOneSeesTwice() {
    refuses(
        new PlanDocument().with("windows[0].posts[0].zones", list()),
        "windows[0].posts[0].zones",
        "at least one zone");
    refuses(
        new PlanDocument()
            .with(
                "windows[0].posts[0].zones",
                list(PlanDocument.zone("cam-01"), PlanDocument.zone("cam-01"))),
        "windows[0].posts[0].zones",
        "two zones of this post");
    refuses(
        new PlanDocument().with("windows[0].posts", list()), "windows[0].posts", "1 to 100 posts");
  }

  @Test
  void refusesRulesOfAWindowThatContradictTheHalls() {
    refuses(
        new PlanDocument().with("windows[1].rules", map("phoneUse", map("window", "PT3S"))),
        "windows[1].rules",
        "must not be longer");
  }

  @Test
  void refusesSamplesSoRareThatAPostWouldBeBlindBetweenThem() {
    refuses(
        new PlanDocument()
            .with("cameras[0].analysisFps", "0.05")
            .with("windows[1].rules", map("blindAfter", "PT30S")),
        "windows[0]",
        "blindAfter (PT15S) must be longer than the time between two samples of camera 'cam-01'");
  }

  @Test
  void readsWhenWindowsAreClosed() {
    PlanDocument document =
        new PlanDocument()
            .with(
                "closures", list(closure("w04", "2026-03-02T13:30:00+08:00", "2026-03-02T09:00Z")));

    assertThat(plan(document).closures())
        .containsExactly(
            new WindowClosure(
                "w04",
                Instant.parse("2026-03-02T05:30:00Z"),
                Instant.parse("2026-03-02T09:00:00Z")));
    assertThat(plan(new PlanDocument()).closures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "w99, 2026-03-02T13:30:00Z, 2026-03-02T14:00:00Z, .window, there is no window",
    "w03, 2026-03-02T13:30:00, 2026-03-02T14:00:00Z, .from, expected an instant",
    "w03, 2026-03-02T13:30:00.0001Z, 2026-03-02T14:00:00Z, .from, expected whole milliseconds",
    "w03, 2026-03-02T13:30:00Z, 2026-03-02T13:30:00Z, '', must be after",
  })
  void refusesAClosureThatIsNone(
      String window, String from, String to, String key, String message) {
    refuses(
        new PlanDocument().with("closures", list(closure(window, from, to))),
        "closures[0]" + key,
        message);
  }

  private static Map<String, Object> closure(String window, String from, String to) {
    return map("window", window, "from", from, "to", to);
  }

  @Test
  void refusesAKeyThatIsThereTwiceAndADocumentThatIsNoMapping() {
    Entry entry = new Entry("hall", 2, new Scalar(2, null));
    SitePlanReading twice = SitePlanReader.read(new Mapping(1, List.of(entry, entry)));
    assertThat(twice.problems())
        .extracting(SitePlanProblem::message)
        .contains("this key was there before");

    SitePlanReading empty = SitePlanReader.read(new Scalar(1, (@Nullable String) null));
    assertThat(empty.problems())
        .singleElement()
        .hasToString("site plan (line 1): expected keys with values, found nothing");
  }

  @Test
  void saysHowTheInstallationIsRunOnlyWhereThePlanDoes() {
    assertThat(plan(new PlanDocument()).operation()).isEqualTo(OperationSettings.DEFAULT);
    assertThat(
            plan(new PlanDocument().with("operation", map("keepDays", "60", "taughtHead", "false")))
                .operation())
        .isEqualTo(new OperationSettings(60, false));
  }

  @Test
  void refusesToKeepFootageForLessThanTheRegulationAsks() {
    refuses(
        new PlanDocument().with("operation", map("keepDays", "7")), "operation.keepDays", "30 to");
    refuses(
        new PlanDocument().with("operation", map("taughtHead", "maybe")),
        "operation.taughtHead",
        "true or false");
  }
}
