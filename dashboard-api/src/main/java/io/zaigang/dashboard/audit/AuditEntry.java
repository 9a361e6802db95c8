package io.zaigang.dashboard.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something for the register, before it has its number and time.
 *
 * @param actor user name of who did it; {@code -} where nobody is signed in
 * @param from begin of the footage concerned
 * @param to its end
 * @param subject id or name of what it was done to
 * @param reason as the actor gave it
 * @param details whatever else should be known, as text by name; never a secret
 */
public record AuditEntry(
    String actor,
    AuditAction action,
    @Nullable String cameraId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String subject,
    @Nullable String reason,
    SortedMap<String, String> details) {

  public AuditEntry {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** The beginning of an entry. */
  public static AuditEntry by(String actor, AuditAction action) {
    return new AuditEntry(actor, action, null, null, null, null, null, new TreeMap<>());
  }

  public AuditEntry footage(String camera, Instant begin, Instant end) {
    return new AuditEntry(actor, action, camera, begin, end, subject, reason, details);
  }

  public AuditEntry subject(@Nullable String what) {
    return new AuditEntry(actor, action, cameraId, from, to, what, reason, details);
  }

  public AuditEntry reason(@Nullable String why) {
    return new AuditEntry(actor, action, cameraId, from, to, subject, why, details);
  }

  public AuditEntry detail(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new AuditEntry(actor, action, cameraId, from, to, subject, reason, more);
  }
}
