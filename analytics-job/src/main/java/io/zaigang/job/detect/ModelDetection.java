package io.zaigang.job.detect;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.PersonDetector;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

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
    ModelEntry detector = ModelRegistry.load(modelsDir).model(ModelRole.DETECTOR);
    return new ModelDetection(
        modelsDir.toAbsolutePath().toString(),
        List.of(new UsedModel(detector.id(), detector.sha256())));
  }

  /** Finds people with the model in the role of detector. */
  public PersonFinder.Factory finder() {
    String dir = modelsDir;
    return () -> new DetectorFinder(dir);
  }

  /** Judges posts. */
  public PostObserver.Factory observer() {
    return BestPersonInZone::new;
  }

  private static final class DetectorFinder implements PersonFinder {

    private final PersonDetector detector;

    private DetectorFinder(String modelsDir) {
      detector =
          PersonDetector.open(ModelRegistry.load(Path.of(modelsDir)), DetectorSettings.DEFAULT);
    }

    @Override
    public List<PersonDetection> find(BgrPicture picture) {
      return detector.detect(picture);
    }

    @Override
    public void close() {
      detector.close();
    }
  }
}
