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
 * YOLOX (Ge et al. 2021) as its own exporter writes it: {@code output[1, anchors, 5 + classes]};
 * middle, size, objectness and class scores, the scores after their sigmoid. Boxes are in cells of
 * their stride unless the exporter was told to decode them; which, shows in the values.
 */
final class YoloxHead implements DetectorHead {

  private static final int BEFORE_CLASSES = 5;
  private static final int OBJECTNESS = 4;
  private static final int GREY = 114;

  private final InputSize input;

  YoloxHead(InputSize input) {
    this.input = input;
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.dividing(Fit.LETTERBOX, GREY, ChannelOrder.BGR, 1);
  }

  @Override
  public InputSize inputSize(Box region) {
    return input;
  }

  @Override
  public Optional<String> mismatch(List<Output> outputs, InputSize size, int classes) {
    int anchors = AnchorCell.count(size);
    int width = BEFORE_CLASSES + classes;
    String expected = "one output [1, " + anchors + ", 5 + " + classes + " classes]";
    boolean fits =
        outputs.size() == 1
            && outputs.get(0).shape().length == 3
            && outputs.get(0).dimension(1) == anchors
            && outputs.get(0).dimension(2) == width;
    if (!fits) {
      return Optional.of(expected + ", found " + outputs.stream().map(Output::describe).toList());
    }
    float[] values = outputs.get(0).values();
    for (int anchor = 0; anchor < anchors; anchor++) {
      float objectness = values[anchor * width + OBJECTNESS];
      if (!(objectness >= 0 && objectness <= 1)) {
        return Optional.of(
            "scores from 0 to 1 (exported after their sigmoid), found " + objectness);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Candidate> candidates(
      List<Output> outputs, InputSize size, List<WantedClass> wanted) {
    Output output = outputs.get(0);
    float[] values = output.values();
    int anchors = output.dimension(1);
    int width = output.dimension(2);
    boolean decoded = isDecoded(values, anchors, width, size);
    List<Candidate> candidates = new ArrayList<>();
    for (int anchor = 0; anchor < anchors; anchor++) {
      int from = anchor * width;
      for (WantedClass want : wanted) {
        double score = values[from + OBJECTNESS] * values[from + BEFORE_CLASSES + want.index()];
        if (score >= want.minScore()) {
          double[] box = {values[from], values[from + 1], values[from + 2], values[from + 3]};
          if (!decoded) {
            decode(box, AnchorCell.of(anchor, size));
          }
          candidates.add(Candidate.around(want.index(), box, score));
        }
      }
    }
    return candidates;
  }

  /** In cells no middle is far from its own cell; in pixels some lie in the right half. */
  private static boolean isDecoded(float[] values, int anchors, int width, InputSize size) {
    for (int anchor = 0; anchor < anchors; anchor++) {
      if (values[anchor * width] > size.widthPx() / 2.0) {
        return true;
      }
    }
    return false;
  }

  private static void decode(double[] box, AnchorCell cell) {
    box[0] = (box[0] + cell.column()) * cell.stride();
    box[1] = (box[1] + cell.row()) * cell.stride();
    box[2] = Math.exp(box[2]) * cell.stride();
    box[3] = Math.exp(box[3]) * cell.stride();
  }
}
