package io.zaigang.job.detect;

import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.phone.TaughtHead;
import io.zaigang.models.phone.TaughtHeadFile;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRegistryException;
import io.zaigang.models.registry.ModelRole;
import io.zaigang.models.registry.PhoneHeadEntry;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /**
   * A model at its work, for people to read.
   *
   * @param role as in {@code models.yaml}
   * @param input width and height of its input, {@code 416x416}
   */
  public record ModelAtWork(
      String role, String id, String family, String sha256, String input, String licence) {}

  /**
   * What the site taught, as far as people want to know it.
   *
   * @param gain by how much the log loss of an incident fell on days that it was not taught on
   * @param gainError standard error of the gain
   */
  public record TaughtFacts(
      String sha256, int confirmed, int dismissed, int days, double gain, double gainError) {}

  /** Which model does what; nothing where the directory cannot be read from here. */
  public List<ModelAtWork> roles() {
    return registry().stream()
        .flatMap(
            registry ->
                Stream.of(ModelRole.values())
                    .filter(registry::names)
                    .map(role -> atWork(role, registry.model(role))))
        .toList();
  }

  /** What the site taught the phone stage; empty where nothing was, or it is switched off. */
  public Optional<TaughtFacts> taught() {
    return registry()
        .flatMap(ModelRegistry::phoneHead)
        .map(
            entry -> {
              TaughtHead head = TaughtHeadFile.read(entry.file(), SecondLookSettings.DEFAULT);
              return new TaughtFacts(
                  entry.sha256(),
                  head.confirmed(),
                  head.dismissed(),
                  head.days(),
                  head.gain(),
                  head.gainError());
            });
  }

  private static ModelAtWork atWork(ModelRole role, ModelEntry model) {
    return new ModelAtWork(
        role.id(),
        model.id(),
        model.family().id(),
        model.sha256(),
        model.input().widthPx() + "x" + model.input().heightPx(),
        model.licence());
  }

  private Optional<ModelRegistry> registry() {
    try {
      return Optional.of(ModelRegistry.load(Path.of(modelsDir)));
    } catch (ModelRegistryException elsewhere) {
      return Optional.empty();
    }
  }

  /** Opens the models for one task. */
  public FrameJudge.Factory judge() {
    String dir = modelsDir;
    return () -> new ModelFrameJudge(ModelRegistry.load(Path.of(dir)));
  }
}
