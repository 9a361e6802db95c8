package io.zaigang.models.evaluate;

import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.evaluate.PictureMatch.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers detections and labels of one class, picture after picture, and measures them as COCO
 * does: average precision at 101 recall points, overlaps .5 to .95, at most 100 detections a
 * picture, crowds ignored (cocodataset.org/#detection-eval).
 */
public final class DetectionScoring {

  private static final int MAX_DETECTIONS = 100;
  private static final int RECALL_POINTS = 101;
  private static final int OVERLAPS = 10;

  private final String label;
  private final List<List<Judged>> judged = new ArrayList<>();
  private int positives;

  public DetectionScoring(String label) {
    this.label = label;
    for (int i = 0; i < OVERLAPS; i++) {
      judged.add(new ArrayList<>());
    }
  }

  /** Adds one picture: what was found and what is there; other classes are left out. */
  public void add(List<LabelledDetection> detections, List<Truth> truths) {
    List<LabelledDetection> found =
        detections.stream()
            .filter(d -> d.label().equals(label))
            .sorted(Comparator.comparingDouble(LabelledDetection::score).reversed())
            .limit(MAX_DETECTIONS)
            .toList();
    List<Truth> there = truths.stream().filter(t -> t.label().equals(label)).toList();
    positives += (int) there.stream().filter(t -> !t.crowd()).count();
    for (int i = 0; i < OVERLAPS; i++) {
      List<Verdict> verdicts = PictureMatch.verdicts(found, there, overlap(i));
      for (int d = 0; d < found.size(); d++) {
        if (verdicts.get(d) != Verdict.IGNORED) {
          judged.get(i).add(new Judged(found.get(d).score(), verdicts.get(d) == Verdict.RIGHT));
        }
      }
    }
  }

  private static double overlap(int index) {
    return 0.5 + 0.05 * index;
  }

  /**
   * The measures over all pictures added.
   *
   * @param pipelineScore score at which precision and recall are stated
   */
  public DetectionQuality quality(double pipelineScore) {
    Double recall = null;
    Double ap = null;
    Double ap50 = null;
    List<Judged> over = judged.get(0).stream().filter(j -> j.score() >= pipelineScore).toList();
    long right = over.stream().filter(Judged::right).count();
    if (positives > 0) {
      recall = (double) right / positives;
      ap50 = averagePrecision(judged.get(0));
      ap = judged.stream().mapToDouble(this::averagePrecision).average().orElse(0);
    }
    @Nullable Double precision = over.isEmpty() ? null : (double) right / over.size();
    return new DetectionQuality(ap, ap50, recall, precision);
  }

  private double averagePrecision(List<Judged> unordered) {
    List<Judged> ordered =
        unordered.stream().sorted(Comparator.comparingDouble(Judged::score).reversed()).toList();
    int count = ordered.size();
    double[] recall = new double[count];
    double[] precision = new double[count];
    int right = 0;
    for (int i = 0; i < count; i++) {
      right += ordered.get(i).right() ? 1 : 0;
      recall[i] = (double) right / positives;
      precision[i] = (double) right / (i + 1);
    }
    for (int i = count - 2; i >= 0; i--) {
      precision[i] = Math.max(precision[i], precision[i + 1]);
    }
    double sum = 0;
    int at = 0;
    for (int point = 0; point < RECALL_POINTS; point++) {
      double wanted = point / (RECALL_POINTS - 1.0);
      while (at < count && recall[at] < wanted) {
        at++;
      }
      sum += at < count ? precision[at] : 0;
    }
    return sum / RECALL_POINTS;
  }

  private record Judged(double score, boolean right) {}
}
