package io.zaigang.dashboard.account;

import io.zaigang.dashboard.web.BadRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and its hash: bcrypt, about a quarter of a second on purpose. */
@Component
public class Passwords {

  private static final int SHORTEST = 10;

  /** bcrypt looks at no more bytes than these. */
  private static final int LONGEST_BYTES = 72;

  private static final int STRENGTH = 12;

  /** No letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH, random);
  private final String hashOfNobody = encoder.encode("nobody's password");

  /** Sign-ins are many and hashing is dear: no more than this at once. */
  private final Semaphore atOnce = new Semaphore(2, true);

  /**
   * Hashes a new password.
   *
   * @throws BadRequest when it is too weak or too long to be one
   */
  String hash(String username, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new BadRequest("A password needs at least " + SHORTEST + " characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw new BadRequest("A password may have at most " + LONGEST_BYTES + " bytes");
    }
    if (password.equalsIgnoreCase(username) || password.chars().distinct().count() < 4) {
      throw new BadRequest("This password is too easy to guess");
    }
    return encoder.encode(password);
  }

  /**
   * Compares in the same time whether or not there is such an account.
   *
   * @param hash null where there is none
   * @throws TooManyAttempts when too many are being compared already
   */
  boolean matches(String password, @Nullable String hash) {
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return false;
    }
    try {
      if (!atOnce.tryAcquire(5, TimeUnit.SECONDS)) {
        throw new TooManyAttempts(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting to compare a password", e);
    }
    try {
      boolean equal = encoder.matches(password, hash == null ? hashOfNobody : hash);
      return equal && hash != null;
    } finally {
      atOnce.release();
    }
  }

  /** A password nobody has used before: 16 characters, over 90 bits. */
  String generate() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
