package io.zaigang.job.detect;

import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import io.zaigang.models.registry.PhoneHeadEntry;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Detection by the configured models: what to open where the job runs, and what to name in its
 * results.
 *
 * @param modelsDir directory of {@code models.yaml}, the same on every machine of the job
 * @param models the models used, with their hashes
 */
public record ModelDetection(String modelsDir, List<UsedModel> models) implements Serializable {

  public ModelDetection {
    models = List.copyOf(models);
  }

  /** A model that the run used. */
  public record UsedModel(String id, String sha256) implements Serializable {}

  /**
   * The models of a directory, each in its role.
   *
   * @throws io.zaigang.models.registry.ModelRegistryException listing all problems
   */
  public static ModelDetection from(Path modelsDir) {
    ModelRegistry registry = ModelRegistry.load(modelsDir);
    Stream<UsedModel> taught =
        registry.phoneHead().stream().map(head -> new UsedModel(PhoneHeadEntry.ID, head.sha256()));
    Stream<UsedModel> models =
        Stream.of(ModelRole.DETECTOR, ModelRole.CROP_DETECTOR, ModelRole.POSE)
            .map(registry::model)
            .map(model -> new UsedModel(model.id(), model.sha256()))
            .distinct();
    return new ModelDetection(
        modelsDir.toAbsolutePath().toString(), Stream.concat(models, taught).toList());
  }

  /** Opens the models for one task. */
  public FrameJudge.Factory judge() {
    String dir = modelsDir;
    return () -> new ModelFrameJudge(ModelRegistry.load(Path.of(dir)));
  }
}
