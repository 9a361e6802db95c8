package io.zaigang.models.registry;

import java.util.Arrays;
import java.util.List;

/** Names of the classes of the COCO data set, in the two orders that networks use. */
public final class CocoClasses {

  /** The 80 classes in the order most detectors number them. */
  public static final List<String> NAMES =
      List.of(
          "person",
          "bicycle",
          "car",
          "motorcycle",
          "airplane",
          "bus",
          "train",
          "truck",
          "boat",
          "traffic light",
          "fire hydrant",
          "stop sign",
          "parking meter",
          "bench",
          "bird",
          "cat",
          "dog",
          "horse",
          "sheep",
          "cow",
          "elephant",
          "bear",
          "zebra",
          "giraffe",
          "backpack",
          "umbrella",
          "handbag",
          "tie",
          "suitcase",
          "frisbee",
          "skis",
          "snowboard",
          "sports ball",
          "kite",
          "baseball bat",
          "baseball glove",
          "skateboard",
          "surfboard",
          "tennis racket",
          "bottle",
          "wine glass",
          "cup",
          "fork",
          "knife",
          "spoon",
          "bowl",
          "banana",
          "apple",
          "sandwich",
          "orange",
          "broccoli",
          "carrot",
          "hot dog",
          "pizza",
          "donut",
          "cake",
          "chair",
          "couch",
          "potted plant",
          "bed",
          "dining table",
          "toilet",
          "tv",
          "laptop",
          "mouse",
          "remote",
          "keyboard",
          "cell phone",
          "microwave",
          "oven",
          "toaster",
          "sink",
          "refrigerator",
          "book",
          "clock",
          "vase",
          "scissors",
          "teddy bear",
          "hair drier",
          "toothbrush");

  /** Ids that COCO's paper named but its data never used. */
  private static final List<Integer> UNUSED_IDS =
      List.of(0, 12, 26, 29, 30, 45, 66, 68, 69, 71, 83);

  private static final int ID_COUNT = 91;

  private CocoClasses() {}

  /** By COCO's own ids, 0 to 90, as SSD models number them; empty where an id is not used. */
  public static List<String> namesById() {
    String[] names = new String[ID_COUNT];
    int next = 0;
    for (int id = 0; id < ID_COUNT; id++) {
      names[id] = UNUSED_IDS.contains(id) ? "" : NAMES.get(next++);
    }
    return Arrays.asList(names);
  }
}
