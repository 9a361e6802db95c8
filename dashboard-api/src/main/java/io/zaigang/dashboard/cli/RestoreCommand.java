package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.backup.Restore;
import io.zaigang.dashboard.database.Databases;
import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings a backup back into a data directory that has no database yet. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Brings a backup back into an installation that holds nothing yet; every byte of the backup"
            + " is checked first.")
final class RestoreCommand implements Callable<Integer> {

  private final AccountMain.Console console;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Where to.")
  private @Nullable Path data;

  @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
  private @Nullable Path from;

  RestoreCommand(AccountMain.Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (from == null || !Files.isReadable(from) || Files.isDirectory(from)) {
      throw new StartupProblem("Backup " + from + " cannot be read");
    }
    try (Restore restore = Restore.open(from)) {
      Path dir = InstallationOptions.existing(data);
      Databases.unmigrated(
          dir,
          console.environment(),
          database -> {
            try {
              restore.database(database);
              return 0;
            } catch (SQLException e) {
              throw new IllegalStateException("The database refused: " + e.getMessage(), e);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      console.err().printf("Restored into %s: database and %d files%n", dir, restore.files(dir));
    }
    return 0;
  }
}
