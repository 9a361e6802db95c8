package io.zaigang.models.presence;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.LabelledDetection;
import java.util.List;

/** Finds objects in a part of a picture; {@code ObjectDetector} does. */
@FunctionalInterface
interface ObjectSearch {

  /** Boxes in pixels of the whole picture. */
  List<LabelledDetection> detect(BgrPicture picture, Box region);
}
