package io.zaigang.ingest.cli;

import io.zaigang.ingest.archive.ArchiveRefusedException;
import io.zaigang.ingest.clip.NoFootageException;
import io.zaigang.ingest.record.ImportRefusedException;
import io.zaigang.ingest.siteplan.SitePlanException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The footage commands. Exit 0: done; 1: failed; 2: the call or a file of the user's is wrong. */
@Command(
    name = "zaigang",
    description = "Recording, finding and cutting footage.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RecordCommand.class,
      ImportCommand.class,
      FootageCommand.class,
      ArchiveCommand.class,
      ClipCommand.class,
      PlayCommand.class,
      ComposeCommand.class,
      CheckCommand.class
    })
public final class IngestMain {

  private static final String LOG_SETTINGS = "logback.configurationFile";

  private IngestMain() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (System.getProperty(LOG_SETTINGS) == null) {
      System.setProperty(LOG_SETTINGS, "io/zaigang/ingest/cli/logback-cli.xml");
    }
    System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
  }

  /** Camera names are Chinese and JSON is UTF-8, whatever the locale of the terminal. */
  private static PrintWriter utf8(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), true);
  }

  /** Runs a command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new IngestMain())
        .setOut(out)
        .setErr(err)
        .registerConverter(Instant.class, InstantOption::parse)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(IngestMain::explainCall)
        .setExecutionExceptionHandler(IngestMain::explainFailure)
        .execute(args);
  }

  private static int explainCall(CommandLine.ParameterException e, String[] args) {
    String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    e.getCommandLine().getErr().println(message + " (try --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private static int explainFailure(
      Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    command.getErr().println(message);
    LoggerFactory.getLogger(IngestMain.class).debug("Command failed", e);
    boolean mistake =
        e instanceof UserMistake
            || e instanceof ImportRefusedException
            || e instanceof SitePlanException
            || e instanceof ArchiveRefusedException
            || e instanceof NoFootageException;
    return mistake ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }
}
