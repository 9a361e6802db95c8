package io.zaigang.domain.punch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 补卡 request for one missed punch.
 *
 * @param id breaks ties between requests of the same instant
 * @param decidedAt when the verdict fell; null while it is PENDING
 */
public record MakeUpRequest(
    String id, DuePunch punch, Instant requestedAt, Verdict verdict, @Nullable Instant decidedAt) {

  /** One whose time of decision does not matter. */
  public MakeUpRequest(String id, DuePunch punch, Instant requestedAt, Verdict verdict) {
    this(id, punch, requestedAt, verdict, null);
  }

  /** What the approver said after looking at the footage. */
  public enum Verdict {
    PENDING,
    APPROVED,
    REJECTED
  }
}
