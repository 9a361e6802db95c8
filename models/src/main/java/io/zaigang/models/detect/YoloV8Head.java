package io.zaigang.models.detect;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.imaging.ChannelOrder;
import io.zaigang.models.imaging.Fit;
import io.zaigang.models.imaging.Preprocessing;
import io.zaigang.models.registry.InputSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * YOLOv8's head, which several later families share: {@code [1, 4 + classes, anchors]}, or the same
 * with its last two dimensions swapped; middle and size in network pixels, and class scores after
 * their sigmoid; no objectness.
 */
final class YoloV8Head implements DetectorHead {

  private static final int BEFORE_CLASSES = 4;
  private static final int GREY = 114;
  private static final double BYTE = 255;

  private final InputSize input;

  YoloV8Head(InputSize input) {
    this.input = input;
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.dividing(Fit.LETTERBOX, GREY, ChannelOrder.RGB, BYTE);
  }

  @Override
  public InputSize inputSize(Box region) {
    return input;
  }

  @Override
  public Optional<String> mismatch(List<Output> outputs, InputSize size, int classes) {
    int anchors = AnchorCell.count(size);
    int channels = BEFORE_CLASSES + classes;
    boolean fits = outputs.size() == 1 && outputs.get(0).shape().length == 3;
    if (fits) {
      int first = outputs.get(0).dimension(1);
      int second = outputs.get(0).dimension(2);
      fits = first == channels && second == anchors || first == anchors && second == channels;
    }
    return fits
        ? Optional.empty()
        : Optional.of(
            "one output [1, 4 + "
                + classes
                + " classes, "
                + anchors
                + "], found "
                + outputs.stream().map(Output::describe).toList());
  }

  @Override
  public List<Candidate> candidates(
      List<Output> outputs, InputSize size, List<WantedClass> wanted) {
    Output output = outputs.get(0);
    float[] values = output.values();
    int anchors = AnchorCell.count(size);
    boolean swapped = output.dimension(1) == anchors;
    int channels = output.dimension(swapped ? 2 : 1);
    int perAnchor = swapped ? channels : 1;
    int perChannel = swapped ? 1 : anchors;
    List<Candidate> candidates = new ArrayList<>();
    for (WantedClass want : wanted) {
      for (int anchor = 0; anchor < anchors; anchor++) {
        int at = anchor * perAnchor;
        float score = values[at + (BEFORE_CLASSES + want.index()) * perChannel];
        if (score >= want.minScore()) {
          double[] box = new double[BEFORE_CLASSES];
          for (int i = 0; i < box.length; i++) {
            box[i] = values[at + i * perChannel];
          }
          candidates.add(Candidate.around(want.index(), box, score));
        }
      }
    }
    return candidates;
  }
}
