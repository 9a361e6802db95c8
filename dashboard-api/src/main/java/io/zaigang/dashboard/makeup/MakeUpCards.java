package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.duty.AbsenceStore;
import io.zaigang.dashboard.duty.DutyBoard;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.WindowDutyView;
import io.zaigang.dashboard.makeup.EvidenceCard.DayAbsence;
import io.zaigang.dashboard.makeup.EvidenceCard.DayPunch;
import io.zaigang.dashboard.makeup.EvidenceCard.MakeUpPlaceView;
import io.zaigang.dashboard.makeup.MakeUpPlace.Place;
import io.zaigang.dashboard.makeup.MakeUpView.KeptFootageView;
import io.zaigang.dashboard.makeup.MakeUpView.MakeUpDecisionView;
import io.zaigang.dashboard.makeup.StoredMakeUp.Decision;
import io.zaigang.dashboard.punch.PunchSettings;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.punch.MakeUpRequest;
import io.zaigang.domain.punch.MakeUpRules;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import io.zaigang.domain.site.Post;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the list and the evidence card show. */
@Component
class MakeUpCards {

  private final PunchSheets sheets;
  private final MakeUpPlace places;
  private final DutyReader duty;
  private final DutyBoard board;
  private final AbsenceStore absences;
  private final PlaceFootage footage;
  private final PunchSettings settings;
  private final HallTimes times;
  private final Clock clock;

  MakeUpCards(
      PunchSheets sheets,
      MakeUpPlace places,
      PlaceFootage footage,
      DutyReader duty,
      DutyBoard board,
      AbsenceStore absences,
      PunchSettings settings,
      HallTimes times,
      Clock clock) {
    this.sheets = sheets;
    this.places = places;
    this.footage = footage;
    this.duty = duty;
    this.board = board;
    this.absences = absences;
    this.settings = settings;
    this.times = times;
    this.clock = clock;
  }

  /** Rows of the list, in the order given. */
  List<MakeUpView> views(List<StoredMakeUp> requests, SignedIn user) {
    if (requests.isEmpty()) {
      return List.of();
    }
    List<LocalDate> days = requests.stream().map(r -> day(r.dueAt())).sorted().toList();
    LocalDate first = YearMonth.from(days.get(0)).atDay(1);
    LocalDate last = YearMonth.from(days.get(days.size() - 1)).atEndOfMonth();
    List<PunchResult> results = sheets.results(first, last, clock.instant());
    Map<String, Staff> staff =
        duty.staff().stream().collect(Collectors.toMap(Staff::id, Function.identity()));
    return requests.stream().map(request -> view(request, results, staff, user)).toList();
  }

  MakeUpView view(StoredMakeUp request, SignedIn user) {
    return views(List.of(request), user).get(0);
  }

  EvidenceCard card(StoredMakeUp request, SignedIn user) {
    Optional<Place> place = places.of(request.staffId(), request.dueAt());
    LocalDate day = day(request.dueAt());
    Instant begin = day.atStartOfDay(duty.zone()).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(duty.zone()).toInstant();
    Optional<WindowDutyView> roster =
        place.flatMap(
            at ->
                board.at(request.dueAt()).stream()
                    .filter(window -> window.windowId().equals(at.window().id()))
                    .findFirst());
    return new EvidenceCard(
        view(request, user),
        place.map(at -> placeView(at, user)).orElse(null),
        place.flatMap(footage::strip).orElse(null),
        place.map(at -> footage.cameras(at.cameraIdsFor(user), at)).orElse(List.of()),
        roster.orElse(null),
        punches(request.staffId(), day),
        absences.meeting(begin, end).stream()
            .filter(stored -> stored.absence().personId().equals(request.staffId()))
            .map(
                stored ->
                    new DayAbsence(
                        stored.absence().kind(),
                        times.at(stored.absence().from()),
                        times.at(stored.absence().to()),
                        times.at(stored.absence().requestedAt()),
                        stored.absence().state(),
                        stored.reason()))
            .toList());
  }

  private List<DayPunch> punches(String staffId, LocalDate day) {
    return sheets.results(day, day, clock.instant()).stream()
        .filter(result -> result.due().personId().equals(staffId))
        .sorted(Comparator.comparing(result -> result.due().dueAt()))
        .map(
            result ->
                new DayPunch(
                    times.at(result.due().dueAt()),
                    result.due().direction(),
                    result.outcome(),
                    result.punch() == null ? null : times.at(result.punch().at())))
        .toList();
  }

  private MakeUpPlaceView placeView(Place place, SignedIn user) {
    return new MakeUpPlaceView(
        place.window().id(),
        place.posts().stream().map(Post::id).toList(),
        place.cameraIdsFor(user),
        times.at(place.from()),
        times.at(place.to()));
  }

  private MakeUpView view(
      StoredMakeUp request, List<PunchResult> results, Map<String, Staff> staff, SignedIn user) {
    Staff person = staff.get(request.staffId());
    LocalDate day = day(request.dueAt());
    MakeUpRules rules = sheets.rules();
    PunchOutcome outcome =
        results.stream()
            .filter(r -> r.due().personId().equals(request.staffId()))
            .filter(r -> r.due().dueAt().equals(request.dueAt()))
            .map(PunchResult::outcome)
            .findFirst()
            .orElse(PunchOutcome.UNKNOWN);
    return new MakeUpView(
        request.id(),
        request.staffId(),
        person == null ? request.staffId() : person.name(),
        person == null ? "" : person.unit(),
        places.of(request.staffId(), request.dueAt()).map(p -> p.window().id()).orElse(null),
        times.at(request.dueAt()),
        request.direction(),
        times.at(request.requestedAt()),
        request.reason(),
        request.source(),
        outcome,
        outcome.paragraph(),
        times.at(rules.deadline().after(day, duty.zone())),
        used(request.staffId(), YearMonth.from(day), results, rules),
        rules.quota(),
        settings.approvals(),
        person != null && user.username().equalsIgnoreCase(String.valueOf(person.username())),
        request.decisions().stream().map(this::decision).toList());
  }

  /** Make-ups of the month that a person's requests use up. */
  static int used(String staffId, YearMonth month, List<PunchResult> results, MakeUpRules rules) {
    List<MakeUpRequest> requests =
        results.stream()
            .filter(r -> r.due().personId().equals(staffId) && r.request() != null)
            .map(PunchResult::request)
            .toList();
    return rules.used(month, requests);
  }

  private MakeUpDecisionView decision(Decision decision) {
    return new MakeUpDecisionView(
        decision.step(),
        decision.by(),
        times.at(decision.at()),
        decision.verdict(),
        decision.remark(),
        decision.footage().stream()
            .map(
                kept ->
                    new KeptFootageView(
                        kept.cameraId(),
                        times.at(kept.from()),
                        times.at(kept.to()),
                        kept.clipSha256(),
                        kept.gapSeconds()))
            .toList());
  }

  private LocalDate day(Instant at) {
    return at.atZone(duty.zone()).toLocalDate();
  }
}
