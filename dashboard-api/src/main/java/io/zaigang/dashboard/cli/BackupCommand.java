package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.backup.Backup;
import io.zaigang.dashboard.database.Databases;
import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a backup; the dashboard may run meanwhile. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes database, evidence, holds and secrets of an installation into one file. The footage"
            + " itself is not in it: copy DIR/footage with any tool, its files never change.")
final class BackupCommand implements Callable<Integer> {

  private final AccountMain.Console console;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "What to back up.")
  private @Nullable Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to; a file of that name is replaced when the new one is complete.")
  private @Nullable Path out;

  BackupCommand(AccountMain.Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (data == null || !Files.isDirectory(data)) {
      throw new StartupProblem("There is no data directory " + data);
    }
    if (out == null || out.getFileName() == null || !Files.isDirectory(parent(out))) {
      throw new StartupProblem("The folder of " + out + " is not there; make it first");
    }
    Path dir = InstallationOptions.existing(data);
    Path file = out.toAbsolutePath();
    int entries =
        Databases.with(dir, console.environment(), database -> write(dir, database, file));
    console.err().printf("Backup %s: %d entries%n", file, entries);
    return 0;
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  private static int write(Path dir, DataSource database, Path file) {
    try {
      return new Backup(dir, database).write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be read: " + e.getMessage(), e);
    }
  }
}
