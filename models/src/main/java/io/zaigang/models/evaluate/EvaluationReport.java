package io.zaigang.models.evaluate;

import io.zaigang.models.registry.ModelEntry;
import org.jspecify.annotations.Nullable;

/**
 * What {@code zaigang evaluate} writes.
 *
 * @param images pictures looked at
 * @param phoneWithSecondLook null where no second look was taken
 */
public record EvaluationReport(
    int images,
    DetectionQuality person,
    DetectionQuality phone,
    @Nullable DetectionQuality phoneWithSecondLook,
    Model model) {

  /** Which weights were measured. */
  public record Model(String id, String sha256) {

    static Model of(ModelEntry entry) {
      return new Model(entry.id(), entry.sha256());
    }
  }
}
