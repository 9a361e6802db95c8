package io.zaigang.dashboard.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Who may connect to the embedded server: its {@code pg_hba.conf}. */
final class ClientAccess {

  private static final String FILE = "pg_hba.conf";

  private static final String LOOPBACK_WITH_PASSWORD =
      """
      # Written by Zaigang: this machine only, with the password in DIR/secrets/database-password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private ClientAccess() {}

  static boolean demandsPassword(Path folder) throws IOException {
    return Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)
        .equals(LOOPBACK_WITH_PASSWORD);
  }

  static void demandPassword(Path folder) throws IOException {
    Path draft = folder.resolve(FILE + ".new");
    Files.writeString(draft, LOOPBACK_WITH_PASSWORD, StandardCharsets.UTF_8);
    Files.move(
        draft,
        folder.resolve(FILE),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
