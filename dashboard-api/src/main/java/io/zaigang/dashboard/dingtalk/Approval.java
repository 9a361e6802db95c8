package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.duty.StoredAbsence.Step;
import io.zaigang.domain.duty.AbsenceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An approval form that somebody filled in.
 *
 * @param userId who
 * @param createdAt when
 * @param fields values by field title
 * @param steps who said what
 */
record Approval(
    String id,
    String userId,
    Instant createdAt,
    AbsenceState state,
    Map<String, String> fields,
    List<Step> steps) {

  Approval {
    fields = Map.copyOf(fields);
    steps = List.copyOf(steps);
  }
}
