package io.zaigang.dashboard.duty;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is expected where: for the desk's cards and for the duty page. */
@RestController
class DutyNowController {

  private final DutyBoard board;
  private final Clock clock;

  DutyNowController(DutyBoard board, Clock clock) {
    this.board = board;
    this.clock = clock;
  }

  /** Who the roster expects at each window, in plan order: now, or at an instant. */
  @GetMapping("/api/duty/now")
  List<WindowDutyView> now(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable OffsetDateTime at) {
    return board.at(at == null ? clock.instant() : at.toInstant());
  }
}
