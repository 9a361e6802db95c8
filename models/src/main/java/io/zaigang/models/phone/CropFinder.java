package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.LabelledDetection;
import io.zaigang.models.detect.ObjectDetector;
import io.zaigang.models.imaging.PaddedCrop;
import java.util.List;

/** A detector that looks at squares, also at the picture's edge. */
final class CropFinder implements PhoneFinder {

  private final ObjectDetector detector;
  private final PaddedCrop crop = new PaddedCrop();

  /**
   * @param detector owned by the caller
   */
  CropFinder(ObjectDetector detector) {
    this.detector = detector;
  }

  @Override
  public List<LabelledDetection> find(BgrPicture picture, Box region) {
    Box shown = crop.show(picture, region);
    return detector.detect(crop).stream()
        .map(
            found -> new LabelledDetection(found.label(), moved(found.box(), shown), found.score()))
        .toList();
  }

  private static Box moved(Box box, Box origin) {
    return new Box(box.x() + origin.x(), box.y() + origin.y(), box.width(), box.height());
  }
}
