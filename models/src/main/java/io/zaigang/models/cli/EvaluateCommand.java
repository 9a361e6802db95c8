package io.zaigang.models.cli;

import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.evaluate.CocoAnnotations;
import io.zaigang.models.evaluate.DetectorEvaluation;
import io.zaigang.models.evaluate.EvaluationReport;
import io.zaigang.models.evaluate.InvalidAnnotationsException;
import io.zaigang.models.evaluate.LabelledPicture;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code zaigang evaluate}: COCO's measures for people and phones over labelled pictures. */
@Command(
    name = "evaluate",
    description = "Measures the configured models on labelled pictures (COCO AP, AP50, recall).",
    footer =
        "Labelled footage: `evaluate --presence DIR` and `--tracking DIR`, see `evaluate --presence . --help`.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--images", required = true, paramLabel = "DIR", description = "Pictures.")
  private Path images = Path.of("");

  @Option(
      names = "--annotations",
      required = true,
      paramLabel = "FILE",
      description = "Labels in COCO's instances.json form.")
  private Path annotations = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Result, as JSON.")
  private Path out = Path.of("");

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Directory with models.yaml; default: environment variable ZAIGANG_MODELS.")
  private @Nullable Path models;

  @Option(
      names = "--long-side",
      paramLabel = "PIXELS",
      description = "Longer side of the detector's input, a multiple of 32; default: 416.")
  private int longSide = DetectorSettings.DEFAULT.longSidePx();

  @Override
  public Integer call() throws CallRefusedException, IOException {
    ModelRegistry registry =
        models == null ? ModelRegistry.fromEnvironment() : ModelRegistry.load(models);
    ModelEntry model = registry.model(ModelRole.DETECTOR);
    EvaluationReport report;
    try {
      requirePlaces();
      List<LabelledPicture> pictures = CocoAnnotations.read(annotations);
      ProgressLine progress =
          new ProgressLine(spec.commandLine().getErr(), "pictures", pictures.size());
      report = evaluation(registry, model).run(images, pictures, progress::update);
    } catch (InvalidAnnotationsException e) {
      throw new CallRefusedException(String.valueOf(e.getMessage()));
    }
    String json = JsonMapper.shared().writeValueAsString(report);
    Files.writeString(out, json + "\n", StandardCharsets.UTF_8);
    spec.commandLine().getOut().println(json);
    return 0;
  }

  /** With the second look where the registry names what it needs. */
  private DetectorEvaluation evaluation(ModelRegistry registry, ModelEntry model)
      throws CallRefusedException {
    DetectorEvaluation evaluation = new DetectorEvaluation(model, settings());
    boolean complete = registry.names(ModelRole.CROP_DETECTOR) && registry.names(ModelRole.POSE);
    return complete ? evaluation.withSecondLook(registry) : evaluation;
  }

  private DetectorSettings settings() throws CallRefusedException {
    try {
      return DetectorSettings.DEFAULT.withLongSide(longSide);
    } catch (IllegalArgumentException e) {
      throw new CallRefusedException("--long-side: " + e.getMessage());
    }
  }

  private void requirePlaces() throws CallRefusedException {
    if (!Files.isDirectory(images)) {
      throw new CallRefusedException("--images: no directory " + images);
    }
    Path parent = out.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent) || Files.isDirectory(out)) {
      throw new CallRefusedException(
          "--out: cannot write " + out + "; name a file in a directory that exists");
    }
  }
}
