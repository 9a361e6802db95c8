package io.zaigang.models.cli;

import io.zaigang.models.registry.ModelRegistryException;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of the models' commands. Exit 0 done, 2 the call or a file of the user's is wrong
 * (one line, no stack trace), 1 it failed.
 */
@Command(
    name = "zaigang",
    description = "Measures the configured detection models.",
    mixinStandardHelpOptions = true,
    subcommands = EvaluateCommand.class,
    synopsisSubcommandLabel = "COMMAND")
public final class ModelsMain {

  private static final String LOGGING = "logback.configurationFile";

  private ModelsMain() {}

  public static void main(String[] args) {
    // Under a name of its own: a logback.xml here would get in the way of applications that use us.
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "io/zaigang/models/cli/logback.xml");
    }
    System.exit(commandLine().execute(args));
  }

  /** The command line, so that tests call what users call. */
  static CommandLine commandLine() {
    return new CommandLine(new ModelsMain())
        .setExecutionExceptionHandler(
            (exception, commandLine, result) -> {
              PrintWriter err = commandLine.getErr();
              if (exception instanceof CallRefusedException
                  || exception instanceof ModelRegistryException) {
                err.println("zaigang: " + exception.getMessage());
                return CommandLine.ExitCode.USAGE;
              }
              err.println(
                  "zaigang: failed: "
                      + Objects.requireNonNullElse(exception.getMessage(), exception.toString()));
              exception.printStackTrace(err);
              return CommandLine.ExitCode.SOFTWARE;
            });
  }
}
