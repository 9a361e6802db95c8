package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.detect.LabelledDetection;
import java.util.List;

/** Finds phones in a part of a picture; boxes in pixels of the whole picture. */
@FunctionalInterface
interface PhoneFinder {

  List<LabelledDetection> find(BgrPicture picture, Box region);
}
