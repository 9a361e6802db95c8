package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.account.Accounts;
import io.zaigang.dashboard.database.Databases;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sets a new password and signs the account out everywhere. */
@Command(
    name = "reset-password",
    mixinStandardHelpOptions = true,
    description = "Sets a new password for an account, and signs it out everywhere.")
final class ResetPassword implements Callable<Integer> {

  private final AccountMain.Console console;

  @Mixin private @Nullable InstallationOptions installation;
  @Mixin private @Nullable PasswordOptions password;

  ResetPassword(AccountMain.Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    InstallationOptions where = InstallationOptions.given(installation);
    PasswordOptions how = PasswordOptions.given(password);
    return Databases.with(
        where.dataDir(),
        console.environment(),
        database -> {
          Accounts accounts = Accounts.over(database);
          String secret = how.password(console, accounts);
          accounts.resetPassword(where.username(), secret);
          how.tell(console, "Password of '" + where.username() + "' is set", secret);
          return 0;
        });
  }
}
