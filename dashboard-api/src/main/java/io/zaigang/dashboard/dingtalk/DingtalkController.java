package io.zaigang.dashboard.dingtalk;

import io.swagger.v3.oas.annotations.Parameter;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.dingtalk.DingtalkStore.Run;
import io.zaigang.dashboard.web.HallTimes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it goes with DingTalk, for administrators. */
@RestController
class DingtalkController {

  private final DingtalkRunner runner;
  private final DingtalkStore store;
  private final HallTimes times;

  DingtalkController(DingtalkRunner runner, DingtalkStore store, HallTimes times) {
    this.runner = runner;
    this.store = store;
    this.times = times;
  }

  /**
   * How it goes.
   *
   * @param ranAt null where it never ran
   * @param report of the last run, in one line
   * @param waiting approvals that are not settled yet
   * @param problems why some of them wait
   */
  record DingtalkState(
      boolean enabled,
      @Nullable OffsetDateTime ranAt,
      @Nullable String report,
      int waiting,
      List<String> problems) {}

  /** How it goes. */
  @GetMapping("/api/dingtalk")
  DingtalkState state() {
    Optional<Run> last = store.lastRun();
    return new DingtalkState(
        runner.isEnabled(),
        times.atOrNull(last.map(Run::ranAt).orElse(null)),
        last.map(Run::report).orElse(null),
        store.waiting(),
        store.problems());
  }

  /** Asks DingTalk at once; 409 where it is switched off. */
  @PostMapping("/api/dingtalk/sync")
  SyncReport sync(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn user) {
    return runner.runNow(user.username());
  }
}
