package io.zaigang.models.detect;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Rect2d;
import org.bytedeco.opencv.opencv_core.Rect2dVector;

/** Of boxes of one class that overlap too much, keeps the best. */
final class NonMaximumSuppression {

  private NonMaximumSuppression() {}

  /**
   * The boxes kept, best score first.
   *
   * @param maxIou boxes of one class overlapping a better one by more are dropped
   * @param maxCount largest number kept
   */
  @SuppressWarnings("try") // the scope closes natives made inside it
  static List<Candidate> keep(List<Candidate> candidates, double maxIou, int maxCount) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    int count = candidates.size();
    try (PointerScope scope = new PointerScope()) {
      Rect2dVector boxes = new Rect2dVector(count);
      FloatPointer scores = new FloatPointer(count);
      IntPointer classes = new IntPointer(count);
      try (Rect2d box = new Rect2d()) {
        for (int i = 0; i < count; i++) {
          Candidate c = candidates.get(i);
          box.x(c.left()).y(c.top()).width(c.right() - c.left()).height(c.bottom() - c.top());
          boxes.put(i, box);
          scores.put(i, (float) c.score());
          classes.put(i, c.classIndex());
        }
      }
      IntPointer kept = new IntPointer();
      opencv_dnn.NMSBoxesBatched(boxes, scores, classes, 0, (float) maxIou, kept, 1, 0);
      int n = (int) Math.min(kept.limit(), maxCount);
      List<Candidate> best = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        best.add(candidates.get(kept.get(i)));
      }
      return best;
    }
  }
}
