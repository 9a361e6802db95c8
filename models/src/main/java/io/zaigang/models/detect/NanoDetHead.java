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
 * NanoDet: {@code preds[1, classes + 4·bins, anchors]}; logits, then for each side of the box a
 * distribution over 0 to 10 strides from the anchor's centre. Anchors row by row, stride 8 first.
 * Takes any input whose sides are multiples of 32.
 */
final class NanoDetHead implements DetectorHead {

  private static final int BINS = 11;
  private static final int MULTIPLE = 32;

  private final int longSidePx;

  NanoDetHead(int longSidePx) {
    this.longSidePx = longSidePx;
  }

  @Override
  public Preprocessing preprocessing() {
    return new Preprocessing(
        Fit.LETTERBOX,
        0,
        ChannelOrder.BGR,
        List.of(103.53, 116.28, 123.675),
        List.of(57.375, 57.12, 58.395));
  }

  /** The short side follows the region's shape: padding costs as much as picture. */
  @Override
  public InputSize inputSize(Box region) {
    double aspect = region.height() / region.width();
    return aspect <= 1
        ? new InputSize(longSidePx, multiple(longSidePx * aspect))
        : new InputSize(multiple(longSidePx / aspect), longSidePx);
  }

  private static int multiple(double side) {
    return Math.max(2, (int) Math.ceil(side / MULTIPLE - 1e-9)) * MULTIPLE;
  }

  @Override
  public Optional<String> mismatch(List<Output> outputs, InputSize input, int classes) {
    int channels = classes + 4 * BINS;
    int anchors = AnchorCell.count(input);
    String expected = "[1, " + classes + " classes + 4·" + BINS + ", " + anchors + "]";
    if (outputs.size() != 1) {
      return Optional.of("one output " + expected + ", found " + outputs.size());
    }
    long[] shape = outputs.get(0).shape();
    boolean fits =
        shape.length == 3 && shape[0] == 1 && shape[1] == channels && shape[2] == anchors;
    return fits
        ? Optional.empty()
        : Optional.of("output " + expected + ", found " + outputs.get(0).describe());
  }

  @Override
  public List<Candidate> candidates(
      List<Output> outputs, InputSize input, List<WantedClass> wanted) {
    Output preds = outputs.get(0);
    float[] values = preds.values();
    int anchors = preds.dimension(2);
    int firstBin = preds.dimension(1) - 4 * BINS;
    List<Candidate> candidates = new ArrayList<>();
    for (WantedClass want : wanted) {
      int row = want.index() * anchors;
      float minLogit = want.minLogit();
      for (int anchor = 0; anchor < anchors; anchor++) {
        float logit = values[row + anchor];
        if (logit >= minLogit) {
          double score = WantedClass.sigmoid(logit);
          AnchorCell cell = AnchorCell.of(anchor, input);
          double[] reach = new double[4];
          for (int side = 0; side < 4; side++) {
            int from = (firstBin + side * BINS) * anchors + anchor;
            reach[side] = expectedBin(values, from, anchors) * cell.stride();
          }
          candidates.add(
              new Candidate(
                  want.index(),
                  cell.centerX() - reach[0],
                  cell.centerY() - reach[1],
                  cell.centerX() + reach[2],
                  cell.centerY() + reach[3],
                  score));
        }
      }
    }
    return candidates;
  }

  /** Mean of a distribution given as logits, one bin every {@code step} values. */
  private static double expectedBin(float[] values, int from, int step) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int bin = 0; bin < BINS; bin++) {
      largest = Math.max(largest, values[from + bin * step]);
    }
    double total = 0;
    double weighted = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double weight = Math.exp(values[from + bin * step] - largest);
      total += weight;
      weighted += bin * weight;
    }
    return weighted / total;
  }
}
