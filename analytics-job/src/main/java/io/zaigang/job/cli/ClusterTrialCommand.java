package io.zaigang.job.cli;

import io.zaigang.job.benchmark.BenchmarkFootage;
import io.zaigang.job.benchmark.BenchmarkScene;
import io.zaigang.job.cluster.ClusterTrial;
import io.zaigang.job.cluster.ClusterTrial.Place;
import io.zaigang.job.cluster.Cores;
import io.zaigang.job.cluster.Outcome;
import io.zaigang.job.cluster.TrialWork;
import io.zaigang.job.dashboard.DashboardAddress;
import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.source.reader.FootageLogAccess;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zaigang cluster-trial}: kills and rescales the job on a cluster of processes. */
@Command(
    name = "cluster-trial",
    description = {
      "Runs the job, with video and networks, on a Flink cluster of three processes of its own:"
          + " undisturbed with one task and with two, with task managers killed by force, and"
          + " rescaled through savepoints. Each task manager has a core of its own.",
      "Writes what it found to DIR/cluster-trial.md. Exit 1 if any run told the desk anything else"
          + " than the first."
    },
    mixinStandardHelpOptions = true)
final class ClusterTrialCommand implements Callable<Integer> {

  /** Seconds where a hall has minutes, so that the footage's minute shows incidents. */
  private static final String RULES =
      """
        vacancy: { grace: PT4S, absentAfter: PT4S, presentAfter: PT2S }
        phoneUse: { window: PT20S, share: 0.6, lookEvery: PT4S }
        gathering: { window: PT20S, share: 0.7, minPersons: 3, reach: 1.0 }
      """
          .stripTrailing();

  private static final double KEY_FRAMES = 0.5;
  private static final Duration WARM_UP = Duration.ofMinutes(1);

  private final long began = System.nanoTime();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Keeps its footage in DIR/benchmark, as the benchmark does.")
  private Path data = Path.of("");

  @Option(
      names = "--videos",
      paramLabel = "DIR",
      description = "The demo's videos of people, for the composed hall; default: nobody in it.")
  private @Nullable Path videos;

  @Option(names = "--cameras", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private int cameras = 8;

  @Option(
      names = "--span",
      paramLabel = "DURATION",
      description = "Footage of each camera, whole minutes; default ${DEFAULT-VALUE}.")
  private String span = "PT2M";

  @Option(
      names = "--limit",
      paramLabel = "DURATION",
      description = "For each thing that is waited for; default ${DEFAULT-VALUE}.")
  private String limit = "PT5M";

  @Option(
      names = "--dashboard",
      paramLabel = "URL",
      description = "A dashboard that gets every report of every run too; needs --token-file.")
  private @Nullable String dashboard;

  @Option(names = "--token-file", paramLabel = "FILE", description = "Its service token.")
  private Path tokenFile = Path.of("service-token");

  @Mixin private ModelsOption models = new ModelsOption();

  @Override
  public Integer call() throws Exception {
    ModelDetection detection = models.detection();
    Duration length = Inputs.durations("--span", List.of(span)).get(0);
    Duration patience = Inputs.durations("--limit", List.of(limit)).get(0);
    Path dir = Inputs.outDir(data).resolve("benchmark");
    Files.createDirectories(dir);
    BenchmarkFootage footage = BenchmarkFootage.of(BenchmarkScene.in(dir, videos), dir);
    footage.reach(cameras, length);
    Instant from = BenchmarkFootage.START;
    TrialWork work =
        new TrialWork(
            BenchmarkFootage.plan(cameras, KEY_FRAMES, RULES),
            from,
            from.plus(length),
            new FootageLogAccess(footage.dataDir()),
            detection.judge());
    Path trialDir = Files.createTempDirectory(data, "cluster-trial-");
    Place place = new Place(trialDir, patience, Cores.oneEach(2), address());
    say("footage of %d cameras for %s is there; starting the cluster".formatted(cameras, length));
    ClusterTrialReport report = new ClusterTrialReport(work);
    try (ClusterTrial trial = ClusterTrial.start(work, place, this::say)) {
      trial.warmUp(WARM_UP);
      say("warm; from here on it counts");
      Outcome first = trial.undisturbed(1);
      Files.write(data.resolve("cluster-trial-incidents.ndjson"), first.incidents().values());
      report.undisturbed("one task", first).forEach(this::say);
      report.undisturbed("two tasks", trial.undisturbed(2)).forEach(this::say);
      report.disturbed("two tasks, killed twice", trial.killing(2)).forEach(this::say);
      report.disturbed("rescaled 1, 2, 1", trial.rescaling(1, 2, 1)).forEach(this::say);
    }
    Path written = Files.writeString(data.resolve("cluster-trial.md"), report.markdown());
    spec.commandLine().getOut().print(report.markdown());
    say("written to " + written);
    return report.isGood() ? 0 : 1;
  }

  private @Nullable DashboardAddress address() throws CallRefusedException {
    try {
      return dashboard == null
          ? null
          : new DashboardAddress(dashboard, tokenFile.toAbsolutePath().toString());
    } catch (IllegalArgumentException e) {
      throw new CallRefusedException("--dashboard: " + e.getMessage());
    }
  }

  private void say(String line) {
    PrintWriter screen = spec.commandLine().getOut();
    screen.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
    screen.flush();
  }
}
