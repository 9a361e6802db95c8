package io.zaigang.domain.detection;

import io.zaigang.domain.geometry.Box;
import org.jspecify.annotations.Nullable;

/**
 * One person seen in one frame. Positions only: nothing here, or anywhere, says who it is.
 *
 * @param box in pixels of the frame
 * @param score detector's confidence, 0 to 1
 * @param phone fused phone score of the second look, 0 to 1; null where nobody looked
 * @param phoneInUse whether that score is over the threshold in force; null where nobody looked
 */
public record PersonDetection(
    Box box, double score, @Nullable Double phone, @Nullable Boolean phoneInUse) {

  /** A person at whom no second look for a phone was taken. */
  public static PersonDetection of(Box box, double score) {
    return new PersonDetection(box, score, null, null);
  }
}
