package io.zaigang.dashboard.audit;

import io.zaigang.dashboard.web.HallTimes;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register.
 *
 * @param actor user name; {@code -} where nobody was signed in
 * @param details JSON: whatever else is known, by name
 * @param hash covers this entry and the hash of the one before
 */
record AuditView(
    long number,
    OffsetDateTime at,
    String actor,
    String action,
    @Nullable String cameraId,
    @Nullable OffsetDateTime from,
    @Nullable OffsetDateTime to,
    @Nullable String subject,
    @Nullable String reason,
    String details,
    String hash) {

  static AuditView of(AuditEvent event, HallTimes times) {
    return new AuditView(
        event.number(),
        times.at(event.at()),
        event.actor(),
        event.action(),
        event.cameraId(),
        times.atOrNull(event.from()),
        times.atOrNull(event.to()),
        event.subject(),
        event.reason(),
        event.details(),
        event.hash());
  }
}
