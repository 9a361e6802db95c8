package io.zaigang.models.evaluate;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.detect.LabelledDetection;
import java.util.ArrayList;
import java.util.List;

/**
 * Matches one class's detections in one picture to its labels at one overlap, as COCO does: best
 * score first, each to the free label it overlaps most; then to a crowd, which is never used up.
 */
final class PictureMatch {

  /** What a detection turned out to be. */
  enum Verdict {
    RIGHT,
    WRONG,
    /** Lies in a crowd: counts for nothing. */
    IGNORED
  }

  private PictureMatch() {}

  /**
   * One verdict for each detection, in their order.
   *
   * @param detections best score first
   */
  static List<Verdict> verdicts(
      List<LabelledDetection> detections, List<Truth> truths, double minOverlap) {
    boolean[] taken = new boolean[truths.size()];
    List<Verdict> verdicts = new ArrayList<>(detections.size());
    for (LabelledDetection detection : detections) {
      int best = bestFree(detection.box(), truths, taken, minOverlap);
      if (best >= 0) {
        taken[best] = true;
        verdicts.add(Verdict.RIGHT);
      } else {
        verdicts.add(
            inCrowd(detection.box(), truths, minOverlap) ? Verdict.IGNORED : Verdict.WRONG);
      }
    }
    return verdicts;
  }

  private static int bestFree(Box box, List<Truth> truths, boolean[] taken, double minOverlap) {
    int best = -1;
    double bestOverlap = minOverlap;
    for (int i = 0; i < truths.size(); i++) {
      Truth truth = truths.get(i);
      if (!truth.crowd() && !taken[i]) {
        double overlap = truth.box().intersectionOverUnion(box);
        if (overlap >= bestOverlap) {
          bestOverlap = overlap;
          best = i;
        }
      }
    }
    return best;
  }

  /** A crowd is as large as it is: the share of the detection inside it decides. */
  private static boolean inCrowd(Box box, List<Truth> truths, double minOverlap) {
    return box.area() > 0
        && truths.stream()
            .anyMatch(t -> t.crowd() && t.box().intersection(box) / box.area() >= minOverlap);
  }
}
