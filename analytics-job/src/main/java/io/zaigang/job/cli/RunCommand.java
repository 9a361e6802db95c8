package io.zaigang.job.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.cluster.RemoteFlink;
import io.zaigang.job.dashboard.DashboardAddress;
import io.zaigang.job.dashboard.DashboardPlanFeed;
import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.live.LiveRequest;
import io.zaigang.job.live.LiveRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.JobID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zaigang run}: follows the recorder without end and tells the dashboard. */
@Command(
    name = "run",
    description = "Follows the footage of all planned cameras and delivers to the dashboard.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  /** Value of {@code --cluster}: the cluster that runs this code. */
  static final String HERE = "here";

  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site plan.")
  private Path site = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data directory.")
  private Path data = Path.of("");

  @Option(
      names = "--dashboard",
      required = true,
      paramLabel = "URL",
      description = "Address of the dashboard, such as http://127.0.0.1:8080.")
  private String dashboard = "";

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "File with the service token; may appear later.")
  private Path tokenFile = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Where to begin if there is no checkpoint; default: now.")
  private @Nullable String from;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Cameras read at once; default: as many as there are cores.")
  private @Nullable Integer parallelism;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Loopback port of /metrics for Prometheus; default: none.")
  private int metricsPort;

  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      description = {
        "REST address of a Flink cluster that is to run it, instead of this process;",
        "'here' for the entry point of an application cluster.",
        "DIR, the models and the token file must be at the same paths there."
      })
  private @Nullable String cluster;

  @Override
  public Integer call() throws Exception {
    SitePlan plan = Inputs.sitePlan(site);
    Path dataDir = Inputs.dataDir(data);
    DashboardAddress address = address();
    ModelDetection detection = models.detection();
    LiveRequest request =
        new LiveRequest(
            DashboardPlanFeed.startingWith(plan, address, dataDir),
            dataDir,
            address,
            from == null ? Instant.now() : Inputs.instant("--from", from),
            Inputs.parallelism(parallelism, plan),
            metricsPort);
    if (cluster != null) {
      JobID job =
          cluster.equals(HERE)
              ? LiveRun.submitHere(request, detection)
              : LiveRun.submit(cluster(cluster), request, detection);
      LOG.info("The cluster runs it as job {}", job);
      return 0;
    }
    LiveRun run = LiveRun.start(request, detection);
    Thread stop = new Thread(run::close, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    LOG.info("Running: {} cameras, {} tasks", plan.cameras().size(), request.parallelism());
    try {
      run.await();
    } catch (InterruptedException stopped) {
      stop.join();
    }
    return 0;
  }

  private static RemoteFlink cluster(String address) throws CallRefusedException {
    try {
      return RemoteFlink.parse(address);
    } catch (IllegalArgumentException e) {
      throw new CallRefusedException("--cluster: " + e.getMessage());
    }
  }

  private DashboardAddress address() throws CallRefusedException {
    try {
      return new DashboardAddress(dashboard, tokenFile.toAbsolutePath().toString());
    } catch (IllegalArgumentException e) {
      throw new CallRefusedException("--dashboard: " + e.getMessage());
    }
  }
}
