package io.zaigang.dashboard.punch;

import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 未按要求打卡: a missed punch that has become a violation.
 *
 * @param windowId where the person works by the roster of that day; null where it names none
 * @param date day of the punch, in the hall's time zone
 * @param since when it became a violation: the deadline passed, or it was refused
 * @param paragraph the rule it rests on, in the users' words
 */
public record MissedPunch(
    String staffId,
    String name,
    String unit,
    @Nullable String windowId,
    LocalDate date,
    Instant dueAt,
    PunchDirection direction,
    PunchOutcome outcome,
    Instant since,
    String paragraph) {}
