package io.zaigang.models.presence;

import java.util.List;

/**
 * What changed between two pictures of a camera.
 *
 * @param picture share of the picture's pixels that changed, 0 to 1
 * @param zones the same for each zone, in the order given
 * @param steady whether the picture as a whole held still; if not, shares say nothing of people
 */
record Motion(double picture, List<Double> zones, boolean steady) {

  Motion {
    zones = List.copyOf(zones);
  }
}
