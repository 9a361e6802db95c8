package io.zaigang.models.detect;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.registry.ModelRegistry;
import java.util.List;

/**
 * Finds people and phones in a picture or in a part of it.
 *
 * <p>Holds native memory: close it. Not thread-safe.
 */
public final class ObjectDetector implements AutoCloseable {

  private ObjectDetector() {}

  /** Loads the model that the settings name. */
  public static ObjectDetector open(ModelRegistry registry, DetectorSettings settings) {
    throw new UnsupportedOperationException();
  }

  /** People and phones in the whole picture, best score first. */
  public List<LabelledDetection> detect(BgrPicture picture) {
    throw new UnsupportedOperationException();
  }

  /** People and phones in a part of the picture; boxes in pixels of the whole. */
  public List<LabelledDetection> detect(BgrPicture picture, Box region) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
