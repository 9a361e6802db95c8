package io.zaigang.models.presence;

import io.zaigang.domain.assignment.PostAssignment;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.LabelledDetection;
import java.util.List;

/**
 * A look at one zone of one picture: the part around it shown to a detector at its full input size,
 * so that a seated clerk is large in it.
 */
final class ZoneLook {

  private final BgrPicture picture;
  private final Polygon zone;
  private final Box crop;

  /**
   * @param zone in fractions of the picture
   */
  ZoneLook(BgrPicture picture, Polygon zone, double cropFactor) {
    this.picture = picture;
    this.zone = zone.scaled(picture.widthPx(), picture.heightPx());
    this.crop = this.zone.bounds().enlarged(cropFactor);
  }

  /** Best score of a person whose upper half lies in the zone, in its crop; 0 for nobody. */
  double bestPerson(ObjectSearch detector) {
    return bestPerson(detector.detect(picture, crop));
  }

  /** The same among what was found in the picture already. */
  double bestPerson(List<LabelledDetection> found) {
    return found.stream()
        .filter(d -> d.label().equals(LabelledDetection.PERSON))
        .filter(d -> zone.shareOf(d.box().upperHalf()) >= PostAssignment.MIN_SHARE)
        .mapToDouble(LabelledDetection::score)
        .max()
        .orElse(0);
  }
}
