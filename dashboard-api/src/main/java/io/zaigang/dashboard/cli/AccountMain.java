package io.zaigang.dashboard.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.web.BadRequest;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the operator does on the machine itself: accounts, backup, restore. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description =
        "Starts the dashboard (--zaigang.site=FILE --zaigang.data=DIR), or handles accounts"
            + " and backups.")
public final class AccountMain implements Runnable {

  private static final int OPERATOR_MUST_ACT = 2;

  private final Console console;

  private AccountMain(Console console) {
    this.console = console;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.ERROR); // a command speaks for itself
    }
    System.exit(run(new Console(System.in, System.out, System.err, System.getenv()), arguments));
  }

  static int run(Console console, String... arguments) {
    CommandLine commands = new CommandLine(new AccountMain(console));
    commands.addSubcommand(new CreateAdmin(console));
    commands.addSubcommand(new HasAdmin(console));
    commands.addSubcommand(new ResetPassword(console));
    commands.addSubcommand(new RotateToken(console));
    commands.addSubcommand(new BackupCommand(console));
    commands.addSubcommand(new RestoreCommand(console));
    commands.setOut(console.outWriter()).setErr(console.errWriter());
    commands.setParameterExceptionHandler(
        (mistake, line) -> {
          console.err().println(mistake.getMessage() + " (try --help)");
          return OPERATOR_MUST_ACT;
        });
    commands.setExecutionExceptionHandler((failure, line, result) -> explain(failure, console));
    return commands.execute(arguments);
  }

  private static int explain(Exception failure, Console console) {
    if (failure instanceof StartupProblem || failure instanceof BadRequest) {
      console.err().println(failure.getMessage());
      return OPERATOR_MUST_ACT;
    }
    console.err().println("It failed: " + failure);
    return 1;
  }

  @Override
  public void run() {
    CommandLine.usage(this, console.err());
  }

  /** What a command reads and writes. */
  record Console(
      InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

    PrintWriter outWriter() {
      return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
      return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
  }
}
