package io.zaigang.domain.window;

import static io.zaigang.domain.window.PlanFixture.camera;
import static io.zaigang.domain.window.PlanFixture.plan;
import static io.zaigang.domain.window.PlanFixture.post;
import static io.zaigang.domain.window.PlanFixture.rules;
import static io.zaigang.domain.window.WindowRun.at;
import static io.zaigang.domain.window.WindowRun.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowClosure;
import io.zaigang.domain.vacancy.VacancyRule;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceWindowRulesTest {

  private static final double THERE = 0.98;
  private static final double GONE = 0.01;

  /** 5 min of grace, 20 s to leave, 4 s to come, blind after 15 s: the defaults of the hall. */
  private final SitePlan onePost =
      plan(List.of(camera("c1", 0.5)), List.of(post("a", "c1")), 1, RuleSettings.DEFAULT);

  private final SitePlan abPost =
      plan(
          List.of(camera("c1", 0.5)),
          List.of(post("a", "c1"), post("b", "c1")),
          1,
          RuleSettings.DEFAULT);

  private static Map<String, Double> a(double presence) {
    return Map.of("a", presence);
  }

  private static Map<String, Double> ab(double a, double b) {
    return Map.of("a", a, "b", b);
  }

  @Test
  void opensIncidentWhenPostStaysEmptyPastGraceAndClosesItWhenSomeoneComesBack() {
    WindowRun run =
        new WindowRun(onePost)
            .see("08:40:00", "08:41:08", a(THERE))
            .see("08:41:08", "08:52:30", a(GONE))
            .see("08:52:30", "08:54:00", a(THERE))
            .finish("08:54:00");

    assertThat(run.versions)
        .extracting(Incident::status)
        .containsExactly(IncidentStatus.OPEN, IncidentStatus.CLOSED);
    Incident vacancy = run.incidents().get(0);
    assertThat(vacancy.type()).isEqualTo(IncidentType.VACANCY);
    assertThat(vacancy.windowId()).isEqualTo("w03");
    assertThat(vacancy.postIds()).containsExactly("a");
    assertThat(vacancy.cameraIds()).containsExactly("c1");
    assertThat(vacancy.startedAt()).isEqualTo(at("08:41:06"));
    assertThat(vacancy.confirmedAt()).isEqualTo(at("08:46:06"));
    assertThat(vacancy.endedAt()).isEqualTo(at("08:52:30"));
    assertThat(vacancy.blindSeconds()).isZero();
    assertThat(vacancy.measure())
        .containsEntry(VacancyRule.MIN_ON_POST, 1)
        .containsEntry(VacancyRule.SEEN, 0)
        .containsEntry(VacancyRule.SINCE_PERIOD_START, 0)
        .containsEntry(VacancyRule.UNTIL_PERIOD_END, 0);
    assertThat(vacancy.id()).isEqualTo(Incident.idOf(IncidentType.VACANCY, "w03", at("08:41:06")));
  }

  @Test
  void opensNoIncidentForAGapShorterThanGrace() {
    WindowRun run =
        new WindowRun(onePost)
            .see("08:40:00", "08:41:00", a(THERE))
            .see("08:41:00", "08:45:30", a(GONE))
            .see("08:45:30", "08:50:00", a(THERE))
            .finish("08:50:00");

    assertThat(run.versions).isEmpty();
    assertThat(run.minutes).extracting(OccupancyMinute::emptySeconds).contains(60.0);
  }

  @Test
  void judgesNobodyWhileTheWindowIsClosedWithLeave() {
    WindowClosure closed = new WindowClosure("w03", at("08:50:00"), at("09:20:00"));
    WindowRun run =
        new WindowRun(onePost.closedAt(List.of(closed)))
            .see("08:40:00", "08:47:00", a(THERE))
            .see("08:47:00", "09:24:00", a(GONE))
            .see("09:24:00", "09:25:00", a(THERE))
            .finish("09:25:00");

    assertThat(run.versions).isEmpty();
    assertThat(run.minutes).extracting(OccupancyMinute::exemptSeconds).contains(60.0);
    assertThat(run.minutes.stream().mapToDouble(OccupancyMinute::exemptSeconds).sum())
        .isEqualTo(30 * 60);
  }

  @Test
  void endsAVacancyWhereAClosureBeginsAndBeginsAnotherWhereItEnds() {
    WindowClosure closed = new WindowClosure("w03", at("08:50:00"), at("09:20:00"));
    WindowRun run =
        new WindowRun(onePost.closedAt(List.of(closed)))
            .see("08:40:00", "08:41:00", a(THERE))
            .see("08:41:00", "09:30:00", a(GONE))
            .see("09:30:00", "09:31:00", a(THERE))
            .finish("09:31:00");

    assertThat(run.incidents())
        .extracting(Incident::startedAt, Incident::endedAt)
        .containsExactly(
            tuple(at("08:40:58"), at("08:50:00")), tuple(at("09:20:00"), at("09:30:00")));
    assertThat(run.incidents().get(1).measure()).containsEntry(VacancyRule.SINCE_PERIOD_START, 1);
  }

  @Test
  void tellsOfAVacancyAsSoonAsTheWatermarkReachesItsConfirmation() {
    WindowRun run =
        new WindowRun(onePost)
            .see("08:40:00", "08:41:00", a(THERE))
            .see("08:41:00", "08:50:00", a(GONE));
    Instant confirmation = at("08:45:58");

    run.advance(confirmation.minusMillis(1));
    assertThat(run.versions).isEmpty();
    assertThat(run.rules().nextTimer(run.state)).contains(confirmation);
    run.advance(confirmation);
    assertThat(run.versions).extracting(Incident::confirmedAt).containsExactly(confirmation);
  }

  @Test
  void datesConfirmationBackWhenGraceIsShorterThanTheDebounce() {
    SitePlan plan =
        plan(
            List.of(camera("c1", 1)),
            List.of(post("a", "c1")),
            1,
            rules(seconds(5), seconds(20), seconds(4), seconds(15)));
    WindowRun run =
        new WindowRun(plan)
            .see("09:00:00", "09:01:00", a(THERE))
            .see("09:01:00", "09:02:00", a(GONE));

    run.advance(at("09:01:18"));
    assertThat(run.versions).isEmpty();
    run.advance(at("09:01:19"));
    assertThat(run.versions)
        .singleElement()
        .satisfies(
            vacancy -> {
              assertThat(vacancy.startedAt()).isEqualTo(at("09:00:59"));
              assertThat(vacancy.confirmedAt()).isEqualTo(at("09:01:04"));
            });
  }

  @Test
  void findsBeginAndEndWithinAFractionOfASecondAtFiveSamplesASecond() {
    SitePlan plan =
        plan(
            List.of(camera("c1", 5)),
            List.of(post("a", "c1")),
            1,
            rules(seconds(2), seconds(1), seconds(1), seconds(15)));
    WindowRun run =
        new WindowRun(plan)
            .see("09:00:00", "09:00:19.2", a(THERE))
            .see("09:00:19.2", "09:00:23.2", a(GONE))
            .see("09:00:23.2", "09:00:30", a(THERE))
            .finish("09:00:30");

    assertThat(run.incidents())
        .singleElement()
        .satisfies(
            vacancy -> {
              assertThat(vacancy.startedAt()).isBetween(at("09:00:19"), at("09:00:19.2"));
              assertThat(vacancy.endedAt()).isBetween(at("09:00:23"), at("09:00:23.2"));
            });
  }

  @Test
  void countsAVacancyFromTheStartOfThePeriodNotFromWhenSomeoneFirstCame() {
    WindowRun run =
        new WindowRun(onePost)
            .see("08:00:00", "08:42:00", a(GONE))
            .see("08:42:00", "08:43:00", a(THERE))
            .finish("08:43:00");

    Incident vacancy = run.incidents().get(0);
    assertThat(vacancy.startedAt()).isEqualTo(at("08:30:00"));
    assertThat(vacancy.confirmedAt()).isEqualTo(at("08:35:00"));
    assertThat(vacancy.endedAt()).isEqualTo(at("08:42:00"));
    assertThat(vacancy.measure()).containsEntry(VacancyRule.SINCE_PERIOD_START, 1);
  }

  @Test
  void endsAVacancyWithThePeriodAndFindsTheNextPeriodsOwn() {
    WindowRun run =
        new WindowRun(onePost)
            .see("11:40:00", "11:50:00", a(THERE))
            .see("11:50:00", "13:10:00", a(GONE))
            .finish("13:10:00");

    assertThat(run.incidents()).hasSize(2);
    Incident morning = run.incidents().get(0);
    assertThat(morning.startedAt()).isEqualTo(at("11:49:58"));
    assertThat(morning.endedAt()).isEqualTo(at("12:00:00"));
    assertThat(morning.measure())
        .containsEntry(VacancyRule.SINCE_PERIOD_START, 0)
        .containsEntry(VacancyRule.UNTIL_PERIOD_END, 1);
    Incident afternoon = run.incidents().get(1);
    assertThat(afternoon.startedAt()).isEqualTo(at("13:00:00"));
    assertThat(afternoon.status()).isEqualTo(IncidentStatus.OPEN);
    assertThat(afternoon.endedAt()).isNull();
  }

  @Test
  void judgesPeriodsThatFollowOnEachOtherOneByOne() {
    SitePlan plan =
        PlanFixture.withHours(
            onePost,
            new Hours(LocalTime.MIDNIGHT, LocalTime.of(9, 10)),
            new Hours(LocalTime.of(9, 10), LocalTime.MIDNIGHT));
    WindowRun run = new WindowRun(plan).see("09:00:00", "09:20:00", a(GONE)).finish("09:20:00");

    assertThat(run.incidents())
        .extracting(Incident::startedAt)
        .containsExactly(at("09:00:00"), at("09:10:00"));
    assertThat(run.incidents().get(0).measure()).containsEntry(VacancyRule.UNTIL_PERIOD_END, 1);
  }

  @Test
  void neverJudgesOutsideWorkingTime() {
    WindowRun run = new WindowRun(onePost).see("12:00:00", "13:00:00", a(GONE)).finish("13:00:00");

    assertThat(run.versions).isEmpty();
    assertThat(run.minutes).hasSize(60);
    assertThat(run.minutes).extracting(OccupancyMinute::exemptSeconds).containsOnly(60.0);
    assertThat(run.changes).extracting(WindowPresence::presence).containsOnly(Presence.EXEMPT);
  }

  @Test
  void seesNoViolationWhileBStandsInForAButNotesTheEmptyPost() {
    WindowRun run =
        new WindowRun(abPost)
            .see("09:00:00", "09:01:00", ab(THERE, THERE))
            .see("09:01:00", "09:11:00", ab(GONE, THERE))
            .see("09:11:00", "09:12:00", ab(THERE, THERE))
            .finish("09:12:00");

    assertThat(run.incidents())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.type()).isEqualTo(IncidentType.POST_UNATTENDED);
              assertThat(notice.postIds()).containsExactly("a");
              assertThat(notice.startedAt()).isEqualTo(at("09:00:58"));
              assertThat(notice.confirmedAt()).isEqualTo(at("09:05:58"));
              assertThat(notice.endedAt()).isEqualTo(at("09:11:00"));
              assertThat(notice.measure()).containsEntry(VacancyRule.SEEN, 1);
            });
  }

  @Test
  void turnsTheNoticeIntoAVacancyWhenTheStandInLeavesToo() {
    WindowRun run =
        new WindowRun(abPost)
            .see("09:00:00", "09:01:00", ab(THERE, THERE))
            .see("09:01:00", "09:11:00", ab(GONE, THERE))
            .see("09:11:00", "09:17:00", ab(GONE, GONE))
            .finish("09:17:00");

    assertThat(run.incidents())
        .extracting(Incident::type)
        .containsExactly(IncidentType.POST_UNATTENDED, IncidentType.VACANCY);
    assertThat(run.incidents().get(0).endedAt()).isEqualTo(at("09:10:58"));
    assertThat(run.incidents().get(1).startedAt()).isEqualTo(at("09:10:58"));
    assertThat(run.incidents().get(1).postIds()).containsExactly("a", "b");
  }

  @Test
  void needsAsManyPeopleAsThePlanSays() {
    SitePlan plan =
        plan(
            List.of(camera("c1", 0.5)),
            List.of(post("a", "c1"), post("b", "c1")),
            2,
            RuleSettings.DEFAULT);
    WindowRun run =
        new WindowRun(plan)
            .see("09:00:00", "09:01:00", ab(THERE, THERE))
            .see("09:01:00", "09:10:00", ab(GONE, THERE))
            .finish("09:10:00");

    assertThat(run.incidents())
        .singleElement()
        .satisfies(
            vacancy -> {
              assertThat(vacancy.type()).isEqualTo(IncidentType.VACANCY);
              assertThat(vacancy.measure())
                  .containsEntry(VacancyRule.MIN_ON_POST, 2)
                  .containsEntry(VacancyRule.SEEN, 1);
            });
  }

  @Test
  void stopsTheClockWhileNobodyCanSee() {
    WindowRun run =
        new WindowRun(onePost)
            .see("09:00:00", "09:01:00", a(THERE))
            .see("09:01:00", "09:04:00", a(GONE))
            .blind("09:04:00", "09:14:00", BlindCause.DARK)
            .see("09:14:00", "09:20:00", a(GONE))
            .finish("09:20:00");

    Incident vacancy = run.incidents().get(0);
    assertThat(vacancy.startedAt()).isEqualTo(at("09:00:58"));
    assertThat(vacancy.confirmedAt()).isEqualTo(at("09:15:58"));
    assertThat(vacancy.blindSeconds()).isEqualTo(600);
  }

  @Test
  void holdsNothingAgainstAnyoneForFootageThatWasNeverRecorded() {
    WindowRun run =
        new WindowRun(onePost)
            .see("09:00:00", "09:01:00", a(THERE))
            .see("09:31:00", "09:32:00", a(THERE))
            .finish("09:32:00");

    assertThat(run.versions).isEmpty();
    assertThat(run.minutes.subList(1, 31))
        .extracting(OccupancyMinute::blindSeconds)
        .containsOnly(60.0);
    assertThat(run.changes)
        .extracting(WindowPresence::presence)
        .containsExactly(Presence.STAFFED, Presence.UNKNOWN, Presence.STAFFED);
    assertThat(run.changes.get(1).at()).isEqualTo(at("09:01:00"));
  }

  @Test
  void bridgesAGapThatIsNotLongerThanBlindAfter() {
    WindowRun run =
        new WindowRun(onePost)
            .see("09:00:00", "09:01:00", a(THERE))
            .see("09:01:13", "09:02:00", a(THERE))
            .finish("09:02:00");

    assertThat(run.minutes).extracting(OccupancyMinute::staffedSeconds).containsExactly(60.0, 60.0);
  }

  @Test
  void believesTheCameraThatSeesSomeone() {
    SitePlan plan =
        plan(
            List.of(camera("c1", 0.5), camera("c2", 0.5)),
            List.of(post("a", "c1", "c2")),
            1,
            RuleSettings.DEFAULT);
    WindowRun run = new WindowRun(plan);
    for (int second = 0; second < 600; second += 2) {
      Instant at = at("09:00:00").plusSeconds(second);
      run.take(observation("c1", at, GONE));
      run.take(observation("c2", at.plusMillis(700), THERE));
    }
    run.finish("09:10:00");

    assertThat(run.versions).isEmpty();
    assertThat(run.minutes).extracting(OccupancyMinute::staffedSeconds).contains(60.0);
    assertThat(run.minutes).extracting(OccupancyMinute::emptySeconds).containsOnly(0.0);
  }

  private static WindowObservation observation(String camera, Instant at, double presence) {
    return new WindowObservation(
        PlanFixture.WINDOW, camera, at, null, List.of(new PostReading("a", presence)));
  }

  @Test
  void leavesAnIncidentOpenAtTheEndOfTheFootage() {
    WindowRun run = new WindowRun(onePost).see("09:00:00", "09:10:00", a(GONE)).finish("09:10:00");

    assertThat(run.incidents())
        .singleElement()
        .satisfies(vacancy -> assertThat(vacancy.endedAt()).isNull());
    assertThat(run.minutes).hasSize(10);
  }

  @Test
  void fillsTheLastMinuteOfTheFootageUpWithBlindTime() {
    WindowRun run = new WindowRun(onePost).see("09:00:00", "09:01:12", a(THERE)).finish("09:01:12");

    assertThat(run.minutes).hasSize(2);
    assertThat(run.minutes.get(1).staffedSeconds()).isEqualTo(12);
    assertThat(run.minutes.get(1).blindSeconds()).isEqualTo(48);
    assertThat(run.minutes.get(1).meanPersons()).isEqualTo(1);
  }

  @Test
  void countsBlindMinutesFromTheStartOfTheSpanAsked() {
    WindowRun run = new WindowRun(onePost);
    run.state = WindowState.startingAt(at("09:00:00"));
    run.see("09:02:00", "09:03:00", a(THERE)).finish("09:03:00");

    assertThat(run.minutes)
        .extracting(OccupancyMinute::blindSeconds)
        .containsExactly(60.0, 60.0, 0.0);
  }

  @Test
  void asksForTimersThatAloneMoveTimeOn() {
    WindowRun run =
        new WindowRun(onePost)
            .see("09:00:00", "09:01:00", a(THERE))
            .see("09:01:00", "09:08:00", a(GONE))
            .runTimersUntil(at("09:30:00"));

    assertThat(run.incidents()).hasSize(1);
    assertThat(run.minutes).hasSize(30);
    assertThat(run.changes)
        .extracting(WindowPresence::presence)
        .containsExactly(Presence.STAFFED, Presence.EMPTY, Presence.UNKNOWN);
    assertThat(run.state.pending()).isEmpty();
  }

  @Test
  void ignoresWhatComesTooLateOrTwice() {
    WindowRun run = new WindowRun(onePost).see("09:00:00", "09:01:00", a(THERE));
    WindowState before = run.state;

    run.see("09:00:00", "09:01:00", a(GONE));
    assertThat(run.state).isSameAs(before);
    run.advance(at("09:00:30"));
    before = run.state;
    run.take(observation("c1", at("09:00:29.5"), GONE));
    assertThat(run.state).isSameAs(before);
  }

  @Test
  void keepsItsStateSmallHoweverLongItRuns() {
    WindowRun run =
        new WindowRun(abPost)
            .see("08:30:00", "11:30:00", ab(THERE, GONE))
            .runTimersUntil(at("11:30:00"));

    assertThat(run.state.pending()).isEmpty();
    assertThat(run.state.settled().posts())
        .allSatisfy(
            post -> {
              assertThat(post.ahead()).hasSizeLessThan(3);
              assertThat(post.looks().views()).hasSizeLessThan(2);
            });
  }

  @Test
  void findsProlongedPhoneUseAndAddsItUpByTheMinute() {
    WindowRun run = new WindowRun(onePost);
    for (int second = 0; second < 180; second += 2) {
      run.take(
          new WindowObservation(
              PlanFixture.WINDOW,
              "c1",
              at("09:00:00").plusSeconds(second),
              null,
              List.of(new PostReading("a", THERE)),
              second % 4 == 0 ? List.of(new PhoneLook(7, "a", 1)) : List.of()));
    }
    run.finish("09:03:00");

    assertThat(run.versions).extracting(Incident::type).containsExactly(IncidentType.PHONE_USE);
    assertThat(run.versions.get(0).startedAt()).isEqualTo(at("09:00:00"));
    assertThat(run.minutes)
        .extracting(OccupancyMinute::phoneSeconds)
        .containsExactly(61.0, 60.0, 60.0);
  }

  @Test
  void goesOnWithAChangedPlan() {
    WindowRun before =
        new WindowRun(abPost)
            .see("09:00:00", "09:01:00", ab(THERE, THERE))
            .see("09:01:00", "09:11:00", ab(GONE, THERE))
            .advance(at("09:11:00"));
    SitePlan withoutA =
        plan(
            List.of(camera("c1", 0.5)),
            List.of(post("b", "c1"), post("c", "c1")),
            1,
            RuleSettings.DEFAULT);

    WindowRun after = new WindowRun(withoutA);
    after.state = before.state;
    after.see("09:11:02", "09:12:00", Map.of("b", THERE, "c", THERE)).finish("09:12:00");

    assertThat(before.versions).extracting(Incident::status).containsExactly(IncidentStatus.OPEN);
    assertThat(after.versions)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.id()).isEqualTo(before.versions.get(0).id());
              assertThat(notice.status()).isEqualTo(IncidentStatus.CLOSED);
            });
    assertThat(after.rules().presence(after.state))
        .hasValueSatisfying(presence -> assertThat(presence.seen()).isEqualTo(2));
  }
}
