package io.zaigang.dashboard.account;

import io.zaigang.dashboard.settings.SecretFile;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The token that makes the first administrator on the page, printed at the first start: {@code
 * DIR/secrets/setup-token}, for its owner alone, good for an hour and for one account. There is one
 * only while {@code zaigang.setup-page} is set and nobody administers the installation.
 */
@Component
class SetupToken {

  static final Duration GOOD_FOR = Duration.ofHours(1);

  private final Path file;
  private final boolean wanted;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;

  SetupToken(ZaigangSettings settings, Accounts accounts, Passwords passwords, Clock clock) {
    this.file = settings.dataDir().resolve("secrets").resolve("setup-token");
    this.wanted = settings.setupPage();
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Made afresh at each start until somebody has used one. */
  @EventListener(ApplicationReadyEvent.class)
  void print() {
    if (!wanted || accounts.haveAdministrator()) {
      remove();
      return;
    }
    String token = passwords.generate();
    try {
      SecretFile.replace(file, token + " " + clock.instant().plus(GOOD_FOR));
    } catch (IOException e) {
      throw new StartupProblem("Setup token " + file + " cannot be written: " + e.getMessage());
    }
    // on the console, not through the logger: it is for whoever started this, once
    System.out.println(
        "There is no administrator yet. Open the page and make the first one with this token, good"
            + " for "
            + GOOD_FOR.toMinutes()
            + " minutes and one account: "
            + token);
  }

  /** Whether one can be used now. */
  boolean isOpen() {
    return current().isPresent() && !accounts.haveAdministrator();
  }

  boolean matches(String candidate) {
    return current()
        .map(token -> token.getBytes(StandardCharsets.UTF_8))
        .filter(token -> MessageDigest.isEqual(token, candidate.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Setup token " + file + " cannot be removed", e);
    }
  }

  private Optional<String> current() {
    if (!wanted) {
      return Optional.empty();
    }
    try {
      String[] parts = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
      return parts.length == 2 && Instant.parse(parts[1]).isAfter(clock.instant())
          ? Optional.of(parts[0])
          : Optional.empty();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Setup token " + file + " cannot be read", e);
    }
  }
}
