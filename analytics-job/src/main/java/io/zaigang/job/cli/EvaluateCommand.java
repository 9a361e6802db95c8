package io.zaigang.job.cli;

import io.zaigang.job.evaluate.InvalidLabelsException;
import io.zaigang.job.evaluate.PresenceEvaluation;
import io.zaigang.job.evaluate.PresenceReport;
import io.zaigang.job.evaluate.PresenceTable;
import io.zaigang.job.evaluate.TrackingEvaluation;
import io.zaigang.job.evaluate.TrackingReport;
import io.zaigang.models.presence.PostWatchSettings;
import io.zaigang.models.registry.ModelRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code zaigang evaluate --presence} and {@code --tracking}: what the pipeline makes of labelled
 * footage. Labelled pictures are measured by the models' own {@code evaluate}.
 */
@Command(
    name = "evaluate",
    description = "Measures presence and tracking on labelled footage.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private static final double MAX_SAMPLES_PER_SECOND = 25;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  /** What is measured. */
  static final class Subject {
    @Option(
        names = "--presence",
        paramLabel = "DIR",
        description = "Folder of labelled videos, an events.json beside each.")
    private @Nullable Path presence;

    @Option(
        names = "--tracking",
        paramLabel = "DIR",
        description = "Folder of labelled sequences in the form of the MOTChallenge.")
    private @Nullable Path tracking;
  }

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Result, as JSON.")
  private Path out = Path.of("");

  @Option(
      names = "--samples-per-second",
      paramLabel = "N",
      description = "Looks a second of footage; default: ${DEFAULT-VALUE}.")
  private double samplesPerSecond = 2;

  @Mixin private ModelsOption models = new ModelsOption();

  @Override
  public Integer call() throws CallRefusedException, IOException {
    Inputs.outFile(out);
    if (!(samplesPerSecond > 0 && samplesPerSecond <= MAX_SAMPLES_PER_SECOND)) {
      throw new CallRefusedException(
          "--samples-per-second is over 0 and at most "
              + MAX_SAMPLES_PER_SECOND
              + ", not "
              + samplesPerSecond);
    }
    ModelRegistry registry = models.registry();
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    PrintWriter table = spec.commandLine().getOut();
    Object report;
    try {
      report =
          subject.presence != null
              ? presence(registry, progress, table)
              : tracking(registry, progress, table);
    } catch (InvalidLabelsException e) {
      throw new CallRefusedException(String.valueOf(e.getMessage()));
    }
    Files.writeString(
        out, JsonMapper.shared().writeValueAsString(report) + "\n", StandardCharsets.UTF_8);
    return 0;
  }

  private PresenceReport presence(ModelRegistry registry, ProgressLine progress, PrintWriter table)
      throws CallRefusedException, InvalidLabelsException {
    Path folder = folder("--presence", subject.presence);
    PresenceReport report =
        new PresenceEvaluation(registry, PostWatchSettings.DEFAULT, samplesPerSecond)
            .run(folder, progress::update);
    PresenceTable.print(report, table);
    return report;
  }

  private TrackingReport tracking(ModelRegistry registry, ProgressLine progress, PrintWriter table)
      throws CallRefusedException, InvalidLabelsException {
    Path folder = folder("--tracking", subject.tracking);
    TrackingReport report =
        new TrackingEvaluation(registry, samplesPerSecond).run(folder, progress::update);
    table.printf(
        "%-24s %6s %9s %6s   %-24s %-24s%n",
        "sequence", "rate", "pictures", "people", "on truth: MOTA IDF1 sw.", "on detections");
    for (TrackingReport.Run run : report.runs()) {
      table.printf(
          "%-24s %6.1f %9d %6d   %13.3f %5.3f %3d  %8.3f %5.3f %3d%n",
          run.sequence(),
          run.samplesPerSecond(),
          run.pictures(),
          run.people(),
          run.onTruth().mota(),
          run.onTruth().idf1(),
          run.onTruth().switches(),
          run.onDetections().mota(),
          run.onDetections().idf1(),
          run.onDetections().switches());
    }
    return report;
  }

  private static Path folder(String option, @Nullable Path folder) throws CallRefusedException {
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CallRefusedException(option + ": no directory " + folder);
    }
    return folder;
  }
}
