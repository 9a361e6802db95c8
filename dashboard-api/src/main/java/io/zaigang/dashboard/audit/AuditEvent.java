package io.zaigang.dashboard.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register as it is kept.
 *
 * @param number 1 for the first, without holes
 * @param details JSON, the very text that was hashed
 * @param previousHash {@link #hash} of the entry before; 64 zeros for the first
 * @param hash SHA-256 over everything else here, in hex
 */
record AuditEvent(
    long number,
    Instant at,
    String actor,
    String action,
    @Nullable String cameraId,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String subject,
    @Nullable String reason,
    String details,
    String previousHash,
    String hash) {

  static final String FIRST_PREVIOUS = "0".repeat(64);

  static AuditEvent of(
      long number, Instant at, AuditEntry entry, String details, String previousHash) {
    AuditEvent unsigned =
        new AuditEvent(
            number,
            at,
            entry.actor(),
            entry.action().name(),
            entry.cameraId(),
            entry.from(),
            entry.to(),
            entry.subject(),
            entry.reason(),
            details,
            previousHash,
            "");
    return unsigned.withHash(unsigned.computedHash());
  }

  private AuditEvent withHash(String computed) {
    return new AuditEvent(
        number,
        at,
        actor,
        action,
        cameraId,
        from,
        to,
        subject,
        reason,
        details,
        previousHash,
        computed);
  }

  /**
   * The hash that this entry must bear. Each part is preceded by its length, so none can borrow.
   */
  String computedHash() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      add(sha256, previousHash);
      add(sha256, Long.toString(number));
      add(sha256, Long.toString(at.toEpochMilli()));
      add(sha256, actor);
      add(sha256, action);
      add(sha256, cameraId);
      add(sha256, from == null ? null : Long.toString(from.toEpochMilli()));
      add(sha256, to == null ? null : Long.toString(to.toEpochMilli()));
      add(sha256, subject);
      add(sha256, reason);
      add(sha256, details);
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest sha256, @Nullable String part) {
    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    int length = part == null ? -1 : bytes.length;
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    sha256.update(bytes);
  }
}
