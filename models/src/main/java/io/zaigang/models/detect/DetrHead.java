package io.zaigang.models.detect;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.imaging.ChannelOrder;
import io.zaigang.models.imaging.Fit;
import io.zaigang.models.imaging.Preprocessing;
import io.zaigang.models.registry.InputSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * D-FINE, RT-DETR and their kin: a fixed number of queries, each one object at most. Two exports
 * are known: with their post-processing {@code labels[1, queries]}, {@code boxes[1, queries, 4]} as
 * edges in network pixels, {@code scores[1, queries]}, and a second input for the size; or bare
 * {@code logits[1, queries, classes]} and {@code pred_boxes[1, queries, 4]} as middle and size in
 * fractions.
 */
final class DetrHead implements DetectorHead {

  private static final double BYTE = 255;

  private final InputSize input;

  DetrHead(InputSize input) {
    this.input = input;
  }

  @Override
  public Preprocessing preprocessing() {
    return Preprocessing.dividing(Fit.STRETCH, 0, ChannelOrder.RGB, BYTE);
  }

  @Override
  public InputSize inputSize(Box region) {
    return input;
  }

  /** Queries hold one object each. */
  @Override
  public double nmsIou(double configured) {
    return 1;
  }

  @Override
  public Optional<String> mismatch(List<Output> outputs, InputSize size, int classes) {
    String expected =
        "outputs labels[1, queries], boxes[1, queries, 4] and scores[1, queries], or logits[1,"
            + " queries, "
            + classes
            + " classes] and pred_boxes[1, queries, 4]";
    Optional<Output> boxes = find(outputs, "boxes", 3);
    Optional<Output> labels = find(outputs, "labels", 2);
    boolean processed = labels.isPresent() && find(outputs, "scores", 2).isPresent();
    boolean bare =
        find(outputs, "logits", 3).filter(logits -> logits.dimension(2) == classes).isPresent();
    boolean fits = boxes.filter(b -> b.dimension(2) == 4).isPresent() && (processed || bare);
    if (!fits) {
      return Optional.of(expected + ", found " + outputs.stream().map(Output::describe).toList());
    }
    for (int i = 0; processed && i < labels.orElseThrow().dimension(1); i++) {
      float label = labels.orElseThrow().values()[i];
      if (!(label >= 0 && label < classes)) {
        return Optional.of("labels of the " + classes + " classNames, found label " + (long) label);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Candidate> candidates(
      List<Output> outputs, InputSize size, List<WantedClass> wanted) {
    Output boxes = find(outputs, "boxes", 3).orElseThrow();
    return find(outputs, "logits", 3)
        .map(logits -> fromLogits(logits, boxes, size, wanted))
        .orElseGet(() -> fromLabels(outputs, boxes, wanted));
  }

  private static List<Candidate> fromLabels(
      List<Output> outputs, Output boxes, List<WantedClass> wanted) {
    float[] labels = find(outputs, "labels", 2).orElseThrow().values();
    float[] scores = find(outputs, "scores", 2).orElseThrow().values();
    float[] edges = boxes.values();
    List<Candidate> candidates = new ArrayList<>();
    for (int query = 0; query < boxes.dimension(1); query++) {
      for (WantedClass want : wanted) {
        if (labels[query] == want.index() && scores[query] >= want.minScore()) {
          int at = 4 * query;
          candidates.add(
              new Candidate(
                  want.index(),
                  edges[at],
                  edges[at + 1],
                  edges[at + 2],
                  edges[at + 3],
                  scores[query]));
        }
      }
    }
    return candidates;
  }

  private static List<Candidate> fromLogits(
      Output logits, Output boxes, InputSize size, List<WantedClass> wanted) {
    int classes = logits.dimension(2);
    float[] shares = boxes.values();
    List<Candidate> candidates = new ArrayList<>();
    for (int query = 0; query < boxes.dimension(1); query++) {
      for (WantedClass want : wanted) {
        float logit = logits.values()[query * classes + want.index()];
        if (logit >= want.minLogit()) {
          double[] box = new double[4];
          for (int i = 0; i < box.length; i++) {
            box[i] = shares[4 * query + i] * (i % 2 == 0 ? size.widthPx() : size.heightPx());
          }
          candidates.add(Candidate.around(want.index(), box, WantedClass.sigmoid(logit)));
        }
      }
    }
    return candidates;
  }

  private static Optional<Output> find(List<Output> outputs, String name, int dimensions) {
    return outputs.stream()
        .filter(o -> o.name().toLowerCase(Locale.ROOT).contains(name))
        .filter(o -> o.shape().length == dimensions)
        .findFirst();
  }
}
