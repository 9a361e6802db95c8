package io.zaigang.domain.punch;

import java.time.Instant;

/**
 * 补卡 request for one missed punch.
 *
 * @param id breaks ties between requests of the same instant
 */
public record MakeUpRequest(String id, DuePunch punch, Instant requestedAt, Verdict verdict) {

  /** What the approver said after looking at the footage. */
  public enum Verdict {
    PENDING,
    APPROVED,
    REJECTED
  }
}
