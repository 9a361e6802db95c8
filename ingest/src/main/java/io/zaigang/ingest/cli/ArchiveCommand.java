package io.zaigang.ingest.cli;

import io.zaigang.ingest.archive.Archive;
import io.zaigang.ingest.archive.ArchiveFollower;
import io.zaigang.ingest.archive.ArchiveReport;
import io.zaigang.ingest.archive.ArchiveSettings;
import io.zaigang.ingest.archive.ArchiveWork;
import io.zaigang.ingest.archive.FetchReport;
import io.zaigang.ingest.archive.FetchSpan;
import io.zaigang.ingest.archive.FootageFetch;
import io.zaigang.ingest.archive.S3Archive;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code archive}: copies footage into an S3-compatible store, and brings it back. */
@Command(
    name = "archive",
    description =
        "Copies footage into an S3-compatible store until told to end; --fetch brings it back.",
    mixinStandardHelpOptions = true)
final class ArchiveCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveCommand.class);
  private static final long MEGABYTE = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Option(names = "--once", description = "copies what is there now, then ends")
  private boolean once;

  @Option(
      names = "--keep",
      paramLabel = "P365D",
      description = "deletes from the archive what is older, unless it is held (default: never)")
  private @Nullable Duration keep;

  @Option(
      names = "--verify",
      description = "compares SHA-256 sums with what the archive has; reads all footage once")
  private boolean verify;

  @Option(names = "--fetch", description = "brings --camera's footage of --from … --to back")
  private boolean fetch;

  @Option(names = "--camera", paramLabel = "ID", description = "whose footage to fetch")
  private @Nullable String cameraId;

  @Option(names = "--from", paramLabel = "INSTANT", description = "begin of what to fetch")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "INSTANT", description = "end of what to fetch")
  private @Nullable Instant to;

  @Option(
      names = "--hold",
      paramLabel = "P7D",
      defaultValue = "P7D",
      description = "how long retention leaves fetched footage alone (default: ${DEFAULT-VALUE})")
  private Duration hold = Duration.ofDays(7);

  @Override
  public Integer call() throws IOException, InterruptedException {
    FootageLog log = fetch ? data.writable() : data.readable();
    FootageHolds holds = FootageHolds.open(data.dir());
    FetchSpan span = fetch ? span() : null;
    ArchiveWork work = work();
    ArchiveSettings settings = options.settings(data.dir(), System.getenv());
    try (Archive archive = S3Archive.of(settings)) {
      if (span != null) {
        return print(new FootageFetch(log, holds, archive).run(span, hold, Instant.now()));
      }
      ArchiveFollower follower = new ArchiveFollower(log, holds, archive, work);
      if (once) {
        print(follower.once());
      } else {
        LOG.info("Archiving {} to {}", log.root(), settings);
        // Ended by a signal: what was being sent does not appear, and is sent by the next run.
        follower.follow(new CountDownLatch(1));
      }
      return 0;
    }
  }

  private ArchiveWork work() {
    try {
      ArchiveWork work = ArchiveWork.DEFAULT.keeping(keep);
      return verify ? work.verifying() : work;
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--keep: " + e.getMessage());
    }
  }

  private FetchSpan span() {
    if (cameraId == null || from == null || to == null) {
      throw new UserMistake("--fetch needs --camera, --from and --to");
    }
    if (hold.isNegative() || hold.isZero()) {
      throw new UserMistake("--hold: footage is held for longer than nothing, like P7D");
    }
    try {
      return new FetchSpan(cameraId, from, to);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private void print(ArchiveReport report) {
    spec.commandLine()
        .getOut()
        .printf(
            "archived %d segments (%d MB) and %d ledger texts; deleted %d from the archive%n",
            report.segments(), report.bytes() / MEGABYTE, report.ledgers(), report.deleted());
  }

  private int print(FetchReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "brought %d segments (%d MB), held until %s; %d were here already%n",
        report.brought(),
        report.bytes() / MEGABYTE,
        Instant.now().plus(hold).truncatedTo(ChronoUnit.MINUTES),
        report.here());
    for (Gap gap : report.missing()) {
      out.printf("missing %s – %s (%s)%n", gap.from(), gap.to(), gap.cause());
    }
    for (String altered : report.altered()) {
      spec.commandLine().getErr().println("altered, not brought: " + altered);
    }
    return report.altered().isEmpty() ? 0 : 1;
  }
}
