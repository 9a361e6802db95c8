package io.zaigang.dashboard.spotcheck;

import io.zaigang.domain.spotcheck.CheckItem;
import java.time.Instant;

/**
 * Something a check found, for the circular.
 *
 * @param from begin of the footage that shows it
 * @param to its end
 * @param checkedAt when it was found
 */
public record CheckFinding(
    String checkId,
    String windowId,
    CheckItem item,
    String remark,
    Instant from,
    Instant to,
    Instant checkedAt) {}
