package io.zaigang.dashboard.cli;

import io.zaigang.dashboard.account.Accounts;
import io.zaigang.dashboard.settings.StartupProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * Where a password comes from: never from the command line, which others on the machine can see.
 */
final class PasswordOptions {

  /** At most one of these; without any, a password is generated. */
  static final class Source {
    @Option(names = "--generate", description = "Generate one and print it, once (the default).")
    private boolean generate;

    @Option(names = "--password-stdin", description = "Read it from standard input.")
    private boolean stdin;

    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        description = "Read it from the first line of a file.")
    private @Nullable Path file;
  }

  @ArgGroup(exclusive = true)
  private @Nullable Source source;

  /** picocli has set it before a command runs. */
  static PasswordOptions given(@Nullable PasswordOptions options) {
    return options == null ? new PasswordOptions() : options;
  }

  String password(AccountMain.Console console, Accounts accounts) {
    return generated() ? accounts.generatePassword() : read(console);
  }

  boolean generated() {
    return source == null || source.generate;
  }

  /** Says what was done; the password alone goes to stdout, so that a script can take it. */
  void tell(AccountMain.Console console, String done, String password) {
    if (generated()) {
      console.err().println(done + "; the password is shown this once:");
      console.out().println(password);
    } else {
      console.err().println(done);
    }
  }

  private String read(AccountMain.Console console) {
    Path file = source == null ? null : source.file;
    String where = file == null ? "Standard input" : "Password file " + file;
    try (BufferedReader lines =
        file == null
            ? new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
            : Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      if (line == null || line.isBlank()) {
        throw new StartupProblem(where + " holds no password in its first line");
      }
      return line;
    } catch (IOException e) {
      throw new StartupProblem(where + " cannot be read: " + e);
    }
  }
}
