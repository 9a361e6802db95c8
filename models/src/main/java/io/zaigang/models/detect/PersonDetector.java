package io.zaigang.models.detect;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.registry.ModelRegistry;
import java.util.List;

/**
 * Finds the people in a picture.
 *
 * <p>Holds native memory: close it. Not thread-safe: one per task, as each has its own buffers.
 */
public final class PersonDetector implements AutoCloseable {

  private final ObjectDetector detector;

  private PersonDetector(ObjectDetector detector) {
    this.detector = detector;
  }

  /**
   * Loads the detector's model.
   *
   * @throws io.zaigang.models.registry.ModelRegistryException when the model is missing or is none
   *     that finds people
   */
  public static PersonDetector open(ModelRegistry registry, DetectorSettings settings) {
    return new PersonDetector(ObjectDetector.open(registry, settings));
  }

  /** People in the picture, best score first; boxes in its pixels. */
  public List<PersonDetection> detect(BgrPicture picture) {
    return detector.detect(picture).stream()
        .filter(d -> d.label().equals(LabelledDetection.PERSON))
        .map(d -> PersonDetection.of(d.box(), d.score()))
        .toList();
  }

  @Override
  public void close() {
    detector.close();
  }
}
