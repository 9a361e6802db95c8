package io.zaigang.dashboard.punch;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.punch.MakeUpRules;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.domain.punch.PunchResult;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What became of a due punch.
 *
 * @param punchedAt null where there is no punch
 * @param violation 未按要求打卡
 * @param paragraph the rule the outcome rests on, in the users' words
 * @param deadline the first instant at which it is too late to ask for a make-up
 * @param requestId the make-up request for it, if any
 */
public record PunchView(
    String staffId,
    LocalDate date,
    OffsetDateTime dueAt,
    PunchDirection direction,
    @Nullable OffsetDateTime punchedAt,
    PunchOutcome outcome,
    boolean violation,
    String paragraph,
    OffsetDateTime deadline,
    @Nullable String requestId) {

  public static PunchView of(PunchResult result, MakeUpRules rules, HallTimes times) {
    return new PunchView(
        result.due().personId(),
        result.due().date(),
        times.at(result.due().dueAt()),
        result.due().direction(),
        result.punch() == null ? null : times.at(result.punch().at()),
        result.outcome(),
        result.outcome().isMissedPunch(),
        result.outcome().paragraph(),
        times.at(rules.deadline().after(result.due().date(), rules.zone())),
        result.request() == null ? null : result.request().id());
  }
}
