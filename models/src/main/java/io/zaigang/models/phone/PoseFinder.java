package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.pose.Pose;

/** Finds the body points of the person in a box. */
@FunctionalInterface
interface PoseFinder {

  Pose find(BgrPicture picture, Box person);
}
