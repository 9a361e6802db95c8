package io.zaigang.dashboard.security;

import io.zaigang.dashboard.settings.SecretFile;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The secret by which the job and the recorder are let in: {@code DIR/secrets/service-token},
 * readable by its owner alone, made where it is absent.
 *
 * <p>To rotate it, write another into the file, or delete the file and restart: it is read again
 * when it changes, within a second or two, and the old one is worth nothing from then on. Callers
 * read the file again when they are refused.
 */
@Component
class ServiceToken {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceToken.class);

  private static final int TOKEN_BYTES = 32;
  private static final int SHORTEST = 32;
  private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

  private record Known(byte[] token, FileTime changedAt, long lookedAtNanos) {}

  private final Path file;
  private volatile Known known;

  ServiceToken(ZaigangSettings settings) {
    this.file = settings.serviceTokenFile();
    try {
      if (!Files.exists(file)) {
        create();
      }
      this.known = read();
    } catch (IOException e) {
      throw new StartupProblem(
          "Service token " + file + " cannot be read or written (" + e + "): check its owner");
    }
  }

  /** Compares in a time that tells nothing about the token. */
  boolean matches(String candidate) {
    return MessageDigest.isEqual(current(), candidate.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] current() {
    Known now = known;
    if (System.nanoTime() - now.lookedAtNanos() < LOOK_AGAIN_NANOS) {
      return now.token();
    }
    try {
      FileTime changedAt = Files.getLastModifiedTime(file);
      if (changedAt.equals(now.changedAt())) {
        known = new Known(now.token(), changedAt, System.nanoTime());
      } else {
        known = read();
        LOG.info("The service token has changed");
      }
    } catch (IOException | StartupProblem e) {
      LOG.warn("Service token: {}; the one read before stays in force", e.getMessage());
      known = new Known(now.token(), now.changedAt(), System.nanoTime());
    }
    return known.token();
  }

  private Known read() throws IOException {
    FileTime changedAt = Files.getLastModifiedTime(file);
    String token = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (token.length() < SHORTEST) {
      throw new StartupProblem(
          "Service token "
              + file
              + " has "
              + token.length()
              + " characters, fewer than "
              + SHORTEST
              + ": delete the file and a good one is made");
    }
    return new Known(token.getBytes(StandardCharsets.UTF_8), changedAt, System.nanoTime());
  }

  private void create() throws IOException {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    SecretFile.write(file, HexFormat.of().formatHex(bytes));
  }
}
