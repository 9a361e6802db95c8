package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.account.Accounts;
import io.zaigang.dashboard.database.Databases;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Makes an administrator. A generated password is the only thing printed on stdout. Made again with
 * the password it has, it stays as it is.
 */
@Command(
    name = "create-admin",
    mixinStandardHelpOptions = true,
    description = "Makes an administrator, who can then make all other accounts on the page.")
final class CreateAdmin implements Callable<Integer> {

  private final AccountMain.Console console;

  @Mixin private @Nullable InstallationOptions installation;
  @Mixin private @Nullable PasswordOptions password;

  @Option(
      names = "--display-name",
      paramLabel = "NAME",
      description = "The person's name, as the page shows it (default: the user name).")
  private @Nullable String displayName;

  CreateAdmin(AccountMain.Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    InstallationOptions where = InstallationOptions.given(installation);
    PasswordOptions how = PasswordOptions.given(password);
    String username = where.username();
    return Databases.with(
        where.dataDir(),
        console.environment(),
        database -> {
          Accounts accounts = Accounts.over(database);
          String secret = how.password(console, accounts);
          if (!how.generated() && accounts.isAdministrator(username, secret)) {
            console.err().println("Administrator '" + username + "' is there already");
            return 0; // a script may call this each time
          }
          accounts.createAdministrator(
              username, displayName == null ? username : displayName, secret);
          how.tell(console, "Administrator '" + username + "' is made", secret);
          return 0;
        });
  }
}
