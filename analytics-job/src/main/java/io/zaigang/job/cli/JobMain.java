package io.zaigang.job.cli;

import io.zaigang.job.local.JobFailedException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of the job's commands. Exit 0 done, 2 the call or a file of the user's is wrong (one
 * clear line each, no stack trace), 1 it failed.
 */
@Command(
    name = "zaigang",
    description = "Turns recorded footage into incidents.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AnalyzeCommand.class,
      EvaluateCommand.class,
      ReplayCommand.class,
      BenchmarkCommand.class,
      ClusterTrialCommand.class,
      ScaleTrialCommand.class,
      RunCommand.class,
      TeachCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class JobMain {

  private static final String LOGGING = "logback.configurationFile";

  private JobMain() {}

  public static void main(String[] args) {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "io/zaigang/job/cli/logback.xml");
    }
    System.exit(commandLine().execute(args));
  }

  /** The command line, so that tests call what users call. */
  static CommandLine commandLine() {
    return new CommandLine(new JobMain())
        .setExecutionExceptionHandler(
            (exception, commandLine, result) -> report(exception, commandLine.getErr()));
  }

  private static int report(Exception exception, PrintWriter err) {
    if (exception instanceof CallRefusedException refused) {
      refused.lines().forEach(line -> err.println("zaigang: " + line));
      return CommandLine.ExitCode.USAGE;
    }
    if (exception instanceof JobFailedException failed) {
      err.println("zaigang: failed: " + message(failed.root()));
    } else {
      err.println("zaigang: failed: " + message(exception));
    }
    exception.printStackTrace(err);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String message(@Nullable Throwable failure) {
    if (failure == null) {
      return "for no known reason";
    }
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
