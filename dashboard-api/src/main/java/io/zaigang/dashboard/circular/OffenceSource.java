package io.zaigang.dashboard.circular;

import io.zaigang.domain.circular.Offence;
import java.time.Instant;
import java.util.List;

/** Where offences come from: judged incidents, punches, checks. */
interface OffenceSource {

  /** Those that count and are of {@code [from, to)} by {@link Offence#countedAt}. */
  List<Offence> offences(Instant from, Instant to);

  /**
   * Those that counted and are contested: no new circular names them, and what a published one says
   * of them stands until the appeal is decided.
   */
  default List<Offence> contested(Instant from, Instant to) {
    return List.of();
  }
}
