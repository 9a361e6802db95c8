package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.account.Accounts;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.database.Databases;
import io.zaigang.dashboard.settings.ServiceTokenFile;
import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a fresh service token in force, also while everything runs. */
@Command(
    name = "rotate-token",
    mixinStandardHelpOptions = true,
    description =
        "Puts a fresh service token in force; the one before stays good for a while, so that"
            + " nothing that runs loses its connection.")
final class RotateToken implements Callable<Integer> {

  private final AccountMain.Console console;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data directory of the installation.")
  private @Nullable Path data;

  @Option(
      names = "--overlap",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description = "How long the one before stays good (default: ${DEFAULT-VALUE}).")
  private Duration overlap = Duration.ofHours(1);

  RotateToken(AccountMain.Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (overlap.isNegative()) {
      throw new StartupProblem("--overlap " + overlap + " is less than nothing");
    }
    Path dir = InstallationOptions.existing(data);
    ServiceTokenFile file = new ServiceTokenFile(dir.resolve("secrets").resolve("service-token"));
    if (!Files.exists(file.path())) {
      throw new StartupProblem(
          "There is no service token in "
              + file.path()
              + " yet: the dashboard makes one when it starts");
    }
    Instant now = Instant.now();
    file.rotate(overlap, now);
    Databases.with(
        dir,
        console.environment(),
        database -> {
          Register.add(
              database,
              AuditEntry.by(Accounts.OPERATOR, AuditAction.SERVICE_TOKEN_ROTATED)
                  .detail("overlap", overlap.toString()));
          return 0;
        });
    console
        .err()
        .println("The service token is another; the one before is good until " + now.plus(overlap));
    return 0;
  }
}
