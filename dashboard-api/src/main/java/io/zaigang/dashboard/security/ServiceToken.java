package io.zaigang.dashboard.security;

import io.zaigang.dashboard.settings.ServiceTokenFile;
import io.zaigang.dashboard.settings.ServiceTokenFile.Current;
import io.zaigang.dashboard.settings.ServiceTokenFile.Previous;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The secret by which the job and the recorder are let in: {@code DIR/secrets/service-token},
 * readable by its owner alone, made where it is absent.
 *
 * <p>{@link #rotate} puts another in force and lets the one before in for a while. Whoever writes
 * another into the file by hand ends the old one at once: the file is read again when it changes,
 * within a second or two.
 */
@Component
class ServiceToken {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceToken.class);

  private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

  private record Known(Current current, @Nullable Previous previous, long lookedAtNanos) {}

  private final ServiceTokenFile file;
  private volatile Known known;

  ServiceToken(ZaigangSettings settings) {
    this.file = new ServiceTokenFile(settings.serviceTokenFile());
    try {
      file.createIfAbsent();
      this.known = read();
    } catch (IOException e) {
      throw new StartupProblem(
          "Service token "
              + file.path()
              + " cannot be read or written ("
              + e
              + "): check its owner");
    }
  }

  /** Compares in a time that tells nothing about the token. */
  boolean matches(String candidate) {
    Known now = current();
    Previous before = now.previous();
    boolean former =
        before != null && equal(before.token(), candidate) && before.until().isAfter(Instant.now());
    return equal(now.current().token(), candidate) || former;
  }

  /** Since when the token in force is there. */
  Instant since() {
    return current().current().changedAt().toInstant();
  }

  /** Until when the one before is good as well; empty where it is not. */
  Optional<Instant> previousUntil() {
    return Optional.ofNullable(current().previous())
        .map(Previous::until)
        .filter(until -> until.isAfter(Instant.now()));
  }

  /**
   * Puts a fresh token in force.
   *
   * @param overlap how long the one before is still good
   */
  synchronized void rotate(Duration overlap) throws IOException {
    file.rotate(overlap, Instant.now());
    known = read();
    LOG.info("The service token was rotated; the one before is good for {}", overlap);
  }

  private static boolean equal(String token, String candidate) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  private Known current() {
    Known now = known;
    if (System.nanoTime() - now.lookedAtNanos() < LOOK_AGAIN_NANOS) {
      return now;
    }
    try {
      if (file.changedAt().equals(now.current().changedAt())) {
        known = new Known(now.current(), now.previous(), System.nanoTime());
      } else {
        known = read();
        LOG.info("The service token has changed");
      }
    } catch (IOException | StartupProblem e) {
      LOG.warn("Service token: {}; the one read before stays in force", e.getMessage());
      known = new Known(now.current(), now.previous(), System.nanoTime());
    }
    return known;
  }

  private Known read() throws IOException {
    Current current = file.current();
    Previous previous = file.previous(Instant.now()).orElse(null);
    return new Known(current, previous, System.nanoTime());
  }
}
