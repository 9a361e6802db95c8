package io.zaigang.models.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Kinds of network that can be run: each fixes what the tensors mean, so that weights of one family
 * are exchanged without code.
 */
public enum ModelFamily {
  /** NanoDet: class logits and distance distributions at strides 8, 16 and 32. */
  NANODET("nanodet"),
  /** YOLOX: decoded or raw boxes with objectness and class scores. */
  YOLOX("yolox"),
  /** D-FINE and RT-DETR: a fixed number of queries, no non-maximum suppression. */
  DETR("dfine"),
  /** YOLOv8's head, as exported by many: boxes and class scores, no objectness. */
  YOLOV8("yolov8"),
  /** SSD on COCO's 91 ids, boxes decoded in the graph. */
  SSD("ssd"),
  /** MoveNet: 17 body points of one person. */
  MOVENET("movenet");

  private final String id;

  ModelFamily(String id) {
    this.id = id;
  }

  /** The word for it in {@code models.yaml}. */
  public String id() {
    return id;
  }

  /** The family that {@code models.yaml} means by a word. */
  public static Optional<ModelFamily> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("rtdetr")) {
      return Optional.of(DETR);
    }
    return Arrays.stream(values()).filter(f -> f.id.equals(lower)).findFirst();
  }

  /** All words, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(ModelFamily::id).collect(Collectors.joining(", "))
        + ", rtdetr";
  }
}
