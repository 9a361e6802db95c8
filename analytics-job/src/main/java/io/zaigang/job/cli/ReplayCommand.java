package io.zaigang.job.cli;

import io.zaigang.domain.replay.RulesReplay;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.analyze.ResultFiles;
import io.zaigang.job.replay.DetectionsFile;
import io.zaigang.job.replay.InvalidDetectionsException;
import io.zaigang.job.replay.Replay;
import io.zaigang.job.replay.ReplayReport;
import io.zaigang.models.registry.Sha256;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zaigang replay}: the rules alone, over detections of an earlier run. */
@Command(
    name = "replay",
    description = {
      "Judges the detections of an earlier run by the rules of a site plan, without footage.",
      "Thresholds, hours and people needed may differ from that run's; zones and sampling rates"
          + " are those it looked with."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site plan.")
  private Path site = Path.of("");

  @Option(
      names = "--detections",
      required = true,
      paramLabel = "FILE",
      description = "A detections.ndjson.")
  private Path detections = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the results.")
  private Path out = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Begin; default: as in run.json beside the detections, else the first sample.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "End, not included; default: likewise, else after the last sample.")
  private @Nullable String to;

  @Option(
      names = "--grace",
      split = ",",
      paramLabel = "DURATION",
      description = "Also shows what there would be under these, such as PT3M,PT5M,PT10M.")
  private List<String> graces = List.of();

  @Override
  public Integer call() throws Exception {
    SitePlan plan = Inputs.sitePlan(site);
    if (!Files.isReadable(detections) || Files.isDirectory(detections)) {
      throw new CallRefusedException(
          "Detections " + detections + " (--detections): no such file, or it cannot be read");
    }
    List<Duration> others = Inputs.durations("--grace", graces);
    PrintWriter screen = spec.commandLine().getOut();
    try (ResultFiles files = ResultFiles.in(Inputs.outDir(out))) {
      DetectionsFile file = new DetectionsFile(detections);
      ReplaySpan span = ReplaySpan.of(file, detections, from, to);
      Replay replay = new Replay(file, plan, span.from(), span.to());
      ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
      Map<Duration, RulesReplay.Judged> outcomes = replay.run(files, others, progress::update);
      files.writeRun(
          ReplayReport.run(plan, span.from(), span.to(), Sha256.of(detections), replay.frames()));
      files.publish();
      replay
          .unknownCameras()
          .forEach(id -> screen.println("Camera '" + id + "' is not in the site plan: not judged"));
      if (!outcomes.isEmpty()) {
        ReplayReport.table(outcomes, span.to()).forEach(screen::println);
      }
      screen.flush();
    } catch (InvalidDetectionsException e) {
      throw new CallRefusedException(String.valueOf(e.getMessage()));
    }
    return 0;
  }
}
