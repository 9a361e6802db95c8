package io.zaigang.dashboard.spotcheck;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.HallTimes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 视频抽查, for checkers. */
@RestController
@EnableConfigurationProperties(SpotCheckSettings.class)
class SpotCheckController {

  private final SpotChecks checks;
  private final SitePlans plans;
  private final HallTimes times;

  SpotCheckController(SpotChecks checks, SitePlans plans, HallTimes times) {
    this.checks = checks;
    this.plans = plans;
    this.times = times;
  }

  /**
   * A month so far, oldest first.
   *
   * @param seed decides the draw; null until the month is over. As text: too large for JavaScript
   * @param turns checks each window gets in the month
   * @param upcoming drawn and not known yet
   */
  record SpotCheckMonth(
      String month, @Nullable String seed, int turns, int upcoming, List<CheckView> checks) {}

  /**
   * A check.
   *
   * @param cameraIds cameras that see the window
   * @param items empty while it is due
   */
  record CheckView(
      String id,
      String windowId,
      int turn,
      OffsetDateTime from,
      OffsetDateTime to,
      List<String> cameraIds,
      CheckState state,
      List<CheckedItem> items,
      @Nullable String remark,
      @Nullable String checkedBy,
      @Nullable OffsetDateTime checkedAt,
      @Nullable String withdrawal) {}

  record CheckResult(
      @NotNull @Size(max = 20) List<@Valid @NotNull CheckedItem> items,
      @Nullable @Size(max = 1000) String remark) {}

  record CheckWithdrawal(@NotBlank @Size(max = 500) String reason) {}

  /** What was drawn for a month and is known by now. */
  @GetMapping("/api/spot-checks")
  SpotCheckMonth month(@RequestParam @Size(max = 7) String month) {
    SpotChecks.MonthSoFar soFar = checks.month(read(month));
    return new SpotCheckMonth(
        month,
        soFar.seed() == null ? null : String.valueOf(soFar.seed()),
        soFar.turns(),
        soFar.upcoming(),
        soFar.known().stream().map(this::view).toList());
  }

  /** The filled-in list of a check. */
  @PostMapping("/api/spot-checks/{id}/result")
  CheckView result(
      @PathVariable String id,
      @Valid @RequestBody CheckResult result,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return view(checks.record(id, user, result.items(), result.remark()));
  }

  /** Takes a result back. */
  @PostMapping("/api/spot-checks/{id}/withdrawal")
  CheckView withdraw(
      @PathVariable String id,
      @Valid @RequestBody CheckWithdrawal withdrawal,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return view(checks.withdraw(id, user, withdrawal.reason().strip()));
  }

  private static YearMonth read(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      throw new BadRequest("'month' must be like 2026-03");
    }
  }

  private CheckView view(StoredCheck check) {
    List<String> cameras =
        plans
            .current()
            .plan()
            .window(check.windowId())
            .map(window -> List.copyOf(window.cameraIds()))
            .orElse(List.of());
    StoredCheck.Outcome outcome = check.outcome();
    return new CheckView(
        check.id(),
        check.windowId(),
        check.turn(),
        times.at(check.at()),
        times.at(check.end()),
        cameras,
        check.state(),
        check.items(),
        outcome == null ? null : outcome.remark(),
        outcome == null ? null : outcome.by(),
        outcome == null ? null : times.at(outcome.at()),
        check.withdrawal() == null ? null : check.withdrawal().reason());
  }
}
