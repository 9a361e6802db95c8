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
 * SSD as this project converts it: {@code boxes[1, anchors, 4]} top, left, bottom, right in
 * fractions, {@code logits[1, anchors, classes]} with class 0 for nothing.
 */
final class SsdHead implements DetectorHead {

  private final InputSize input;

  SsdHead(InputSize input) {
    this.input = input;
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.dividing(Fit.STRETCH, 0, ChannelOrder.RGB, 1);
  }

  @Override
  public InputSize inputSize(Box region) {
    return input;
  }

  @Override
  public Optional<String> mismatch(List<Output> outputs, InputSize size, int classes) {
    String expected = "outputs boxes[1, anchors, 4] and logits[1, anchors, " + classes + "]";
    boolean fits =
        outputs.size() == 2
            && outputs.stream().allMatch(o -> o.shape().length == 3 && o.shape()[0] == 1)
            && outputs.get(0).shape()[2] == 4
            && outputs.get(1).shape()[2] == classes
            && outputs.get(0).shape()[1] == outputs.get(1).shape()[1];
    return fits
        ? Optional.empty()
        : Optional.of(expected + ", found " + outputs.stream().map(Output::describe).toList());
  }

  @Override
  public List<Candidate> candidates(
      List<Output> outputs, InputSize size, List<WantedClass> wanted) {
    float[] boxes = outputs.get(0).values();
    float[] logits = outputs.get(1).values();
    int anchors = outputs.get(1).dimension(1);
    int classes = outputs.get(1).dimension(2);
    List<Candidate> candidates = new ArrayList<>();
    for (WantedClass want : wanted) {
      float minLogit = want.minLogit();
      for (int anchor = 0; anchor < anchors; anchor++) {
        float logit = logits[anchor * classes + want.index()];
        if (logit >= minLogit) {
          int box = 4 * anchor;
          candidates.add(
              new Candidate(
                  want.index(),
                  boxes[box + 1] * size.widthPx(),
                  boxes[box] * size.heightPx(),
                  boxes[box + 3] * size.widthPx(),
                  boxes[box + 2] * size.heightPx(),
                  WantedClass.sigmoid(logit)));
        }
      }
    }
    return candidates;
  }
}
