package io.zaigang.domain.punch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one due punch.
 *
 * @param punch the one that fulfils it, if any
 * @param request the 补卡 request that counts for it, if any
 */
public record PunchResult(
    DuePunch due, PunchOutcome outcome, @Nullable Punch punch, @Nullable MakeUpRequest request) {

  /** Since when it is a violation; empty where it is none. */
  public Optional<Instant> missedSince(MakeUpRules rules) {
    return switch (outcome) {
      case NEVER_REQUESTED -> Optional.of(rules.deadline().after(due.date(), rules.zone()));
      case REQUESTED_LATE, OVER_QUOTA, REJECTED ->
          Optional.ofNullable(request)
              .map(r -> r.decidedAt() == null ? r.requestedAt() : r.decidedAt());
      case ABSENCE_REQUESTED_LATE -> Optional.of(due.dueAt());
      case PUNCHED, EXCUSED, UNKNOWN, MISSING, PENDING, MADE_UP -> Optional.empty();
    };
  }
}
