package io.zaigang.dashboard.makeup;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.duty.Staff;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.makeup.MakeUpController.MakeUpSubmitted;
import io.zaigang.dashboard.makeup.MakeUps.Wanted;
import io.zaigang.dashboard.makeup.StoredMakeUp.Source;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.dashboard.punch.PunchView;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.punch.MakeUpRules;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's own punches, and asking for make-ups. */
@RestController
class MyController {

  private final StaffStore staff;
  private final PunchSheets sheets;
  private final MakeUps makeUps;
  private final HallTimes times;
  private final Clock clock;

  MyController(
      StaffStore staff, PunchSheets sheets, MakeUps makeUps, HallTimes times, Clock clock) {
    this.staff = staff;
    this.sheets = sheets;
    this.makeUps = makeUps;
    this.times = times;
    this.clock = clock;
  }

  /**
   * A person's month.
   *
   * @param used make-ups used up of the month's quota
   */
  record MyMonth(
      String staffId, String name, String unit, int used, int quota, List<PunchView> punches) {}

  /** A request for oneself. */
  record MyMakeUp(
      @NotNull OffsetDateTime dueAt,
      @NotNull PunchDirection direction,
      @NotBlank @Size(max = 200) String reason) {}

  /** The caller's punches of a month, as far as they were due. */
  @GetMapping("/api/my/punches")
  MyMonth punches(
      @RequestParam @DateTimeFormat(pattern = "yyyy-MM") YearMonth month,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Staff me = me(user);
    MakeUpRules rules = sheets.rules();
    List<PunchResult> all = sheets.results(month.atDay(1), month.atEndOfMonth(), clock.instant());
    return new MyMonth(
        me.id(),
        me.name(),
        me.unit(),
        MakeUpCards.used(me.id(), month, all, rules),
        rules.quota(),
        all.stream()
            .filter(result -> result.due().personId().equals(me.id()))
            .map(result -> PunchView.of(result, rules, times))
            .toList());
  }

  /** Asks for a make-up. Late ones, and those over the quota, are kept as refused. */
  @PostMapping("/api/my/makeup")
  @ResponseStatus(HttpStatus.CREATED)
  MakeUpSubmitted submit(
      @Valid @RequestBody MyMakeUp wanted,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    Wanted request =
        new Wanted(me(user).id(), wanted.dueAt().toInstant(), wanted.direction(), wanted.reason());
    return MakeUpSubmitted.of(makeUps.submit(request, Source.PAGE, user.username()));
  }

  private Staff me(SignedIn user) {
    return staff
        .byUsername(user.username())
        .orElseThrow(
            () ->
                new Forbidden(
                    "No person of the staff list signs in with your user name: ask the"
                        + " administrator"));
  }
}
