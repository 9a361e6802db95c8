package io.zaigang.job.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.analyze.Analysis;
import io.zaigang.job.analyze.AnalysisRequest;
import io.zaigang.job.detect.ModelDetection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zaigang analyze}: the job over recorded footage, as fast as the machine goes. */
@Command(
    name = "analyze",
    description = "Analyses recorded footage of all planned cameras over a span.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site plan.")
  private Path site = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data directory.")
  private Path data = Path.of("");

  @Option(
      names = "--from",
      required = true,
      paramLabel = "INSTANT",
      description = "Begin, such as 2026-03-02T08:30:00+08:00.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "INSTANT",
      description = "End, not included.")
  private String to = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "For the results.")
  private Path out = Path.of("");

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Cameras read at once; default: as many as there are cores.")
  private @Nullable Integer parallelism;

  @Mixin private ModelsOption models = new ModelsOption();

  @Override
  public Integer call() throws Exception {
    SitePlan plan = Inputs.sitePlan(site);
    Path dataDir = Inputs.dataDir(data);
    Instant begin = Inputs.instant("--from", from);
    Instant end = Inputs.instant("--to", to);
    if (!begin.isBefore(end)) {
      throw new CallRefusedException("--from " + from + " is not before --to " + to);
    }
    ModelDetection detection = models.detection();
    int tasks = Inputs.parallelism(parallelism, plan);
    AnalysisRequest request =
        new AnalysisRequest(plan, dataDir, begin, end, Inputs.outDir(out), tasks);
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    new Analysis(request, detection).run(progress::update);
    return 0;
  }
}
