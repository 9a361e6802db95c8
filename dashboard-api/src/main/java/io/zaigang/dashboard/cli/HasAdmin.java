package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.account.Accounts;
import io.zaigang.dashboard.database.Databases;
import io.zaigang.dashboard.settings.StartupProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Succeeds where an administrator exists; else says how to make one, and exits with 2. */
@Command(
    name = "has-admin",
    mixinStandardHelpOptions = true,
    description = "Exits with 0 where there is an administrator, with 2 where there is none.")
final class HasAdmin implements Callable<Integer> {

  private final AccountMain.Console console;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data directory of the installation.")
  private @Nullable Path data;

  HasAdmin(AccountMain.Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path dir = InstallationOptions.existing(data);
    boolean have =
        Databases.with(
            dir, console.environment(), database -> Accounts.over(database).haveAdministrator());
    if (!have) {
      throw new StartupProblem(Accounts.noAdministrator(dir));
    }
    return 0;
  }
}
