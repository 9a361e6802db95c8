package io.zaigang.ingest.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.follow.FollowedPlan;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.RetentionSettings;
import io.zaigang.ingest.record.DiskKeeper;
import io.zaigang.ingest.record.DiskReport;
import io.zaigang.ingest.record.HealthServer;
import io.zaigang.ingest.record.Recorder;
import io.zaigang.ingest.record.RecorderSettings;
import io.zaigang.ingest.record.Shard;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code record}: the recorder, until the process is told to end. */
@Command(
    name = "record",
    description = "Records every camera of a site plan, until told to end.",
    mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(RecordCommand.class);

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "site plan")
  private Path site = Path.of("");

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--health-port",
      paramLabel = "N",
      defaultValue = "0",
      description = "loopback port of /health and /metrics (default: none)")
  private int healthPort;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      defaultValue = "0/1",
      description = {
        "which of N recorders on the same footage this is, from 0; each records its share and",
        "stands in for one that is gone (default: the only one)"
      })
  private String shard = "0/1";

  @Option(
      names = "--reconcile-every",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "how often the site plan is read again (default: ${DEFAULT-VALUE})")
  private int reconcileSeconds;

  @Option(
      names = "--dashboard",
      paramLabel = "URL",
      description = "dashboard whose site plan is followed; the file counts until it answers")
  private @Nullable String dashboard;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "service token (default: DIR/secrets/service-token)")
  private @Nullable Path tokenFile;

  @Mixin private RetentionOptions retention = new RetentionOptions();

  private final CountDownLatch told = new CountDownLatch(1);

  @Override
  public Integer call() throws IOException, SitePlanException, InterruptedException {
    RetentionSettings keeping = retention.settings();
    Shard ours = shard();
    FollowedPlan followed = followed(ours);
    SitePlan plan = newest(SitePlanFile.load(site), followed);
    FootageLog log = data.writable();
    Files.createDirectories(log.root());
    Recorder recorder = new Recorder(log, environment(followed), RecorderSettings.DEFAULT.as(ours));
    Thread atExit = new Thread(() -> stop(recorder), "record-stop");
    try (DiskKeeper disk =
            DiskKeeper.of(log, FootageHolds.open(data.dir()), keeping)
                .reportingTo(DiskReport.file(data.dir()));
        HealthServer health = startHealth(recorder, disk)) {
      disk.keep(kept(plan, keeping));
      disk.start();
      Runtime.getRuntime().addShutdownHook(atExit);
      if (health != null) {
        LOG.info("Health: http://127.0.0.1:{}/health", health.port());
      }
      LOG.info(
          "Recording {} cameras into {}, as recorder {}", plan.cameras().size(), log.root(), ours);
      do {
        recorder.reconcile(plan.cameras());
        plan = newest(plan, followed);
        disk.keep(kept(plan, keeping));
      } while (!told.await(reconcileSeconds, TimeUnit.SECONDS));
    }
    return 0;
  }

  /** As the plan says; as the option says where the plan says nothing. */
  private static Duration kept(SitePlan plan, RetentionSettings option) {
    return plan.operation().kept().map(Duration::ofDays).orElse(option.keep());
  }

  private void stop(Recorder recorder) {
    told.countDown();
    recorder.close();
  }

  private @Nullable HealthServer startHealth(Recorder recorder, DiskKeeper disk) {
    if (healthPort == 0) {
      return null;
    }
    try {
      return HealthServer.start(healthPort, recorder::statuses, disk::status);
    } catch (IOException e) {
      throw new UserMistake("Health port " + healthPort + " cannot be used: " + e.getMessage());
    }
  }

  private Shard shard() {
    try {
      return Shard.parse(shard);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--shard: " + e.getMessage());
    }
  }

  private @Nullable FollowedPlan followed(Shard ours) {
    if (dashboard == null) {
      return null;
    }
    Path token =
        tokenFile == null ? data.dir().resolve("secrets").resolve("service-token") : tokenFile;
    try {
      Path copies = data.dir().resolve("recorder" + ours.suffix());
      return FollowedPlan.of(dashboard, token, copies, System.getenv());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--dashboard: " + e.getMessage());
    }
  }

  private static Map<String, String> environment(@Nullable FollowedPlan followed) {
    return followed == null ? System.getenv() : followed.environment();
  }

  /** The dashboard's plan, else the file's; the last good one while it has mistakes. */
  private SitePlan newest(SitePlan current, @Nullable FollowedPlan followed) {
    SitePlan told = followed == null ? null : followed.newest();
    if (told != null) {
      return told;
    }
    try {
      return SitePlanFile.load(site);
    } catch (SitePlanException e) {
      LOG.warn("{}; the last good plan stays in force", e.getMessage());
      return current;
    }
  }
}
