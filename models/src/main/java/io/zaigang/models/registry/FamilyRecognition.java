package io.zaigang.models.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a network's family from the names and shapes of its outputs. */
final class FamilyRecognition {

  /** Queries of the DETR family are some hundreds, anchors of SSD some thousands. */
  private static final int MAX_QUERIES = 1000;

  private static final int NANODET_BOX = 44;

  private final OnnxSignature signature;
  private final int classes;

  /**
   * @param classes how many classes {@code models.yaml} names
   */
  FamilyRecognition(OnnxSignature signature, int classes) {
    this.signature = signature;
    this.classes = classes;
  }

  /** Empty when it is none of those known. */
  Optional<ModelFamily> family() {
    List<OnnxSignature.Port> outputs = signature.outputs();
    if (named("heatmap") && named("regress")) {
      return Optional.of(ModelFamily.MOVENET);
    }
    if (named("labels") && named("boxes") && named("scores")) {
      return Optional.of(ModelFamily.DETR);
    }
    if (outputs.size() == 2 && named("boxes") && named("logits")) {
      boolean anchors = outputs.stream().anyMatch(o -> o.dimension(1) > MAX_QUERIES);
      return Optional.of(anchors ? ModelFamily.SSD : ModelFamily.DETR);
    }
    return outputs.size() == 1 ? ofOneOutput(outputs.get(0)) : Optional.empty();
  }

  private Optional<ModelFamily> ofOneOutput(OnnxSignature.Port output) {
    if (output.shape().size() != 3 || classes == 0) {
      return Optional.empty();
    }
    if (output.dimension(2) == classes + 5) {
      return Optional.of(ModelFamily.YOLOX);
    }
    if (output.dimension(1) == classes + 4 || output.dimension(2) == classes + 4) {
      return Optional.of(ModelFamily.YOLOV8);
    }
    return output.dimension(1) == classes + NANODET_BOX
        ? Optional.of(ModelFamily.NANODET)
        : Optional.empty();
  }

  private boolean named(String word) {
    return signature.outputs().stream()
        .anyMatch(o -> o.name().toLowerCase(Locale.ROOT).contains(word));
  }
}
