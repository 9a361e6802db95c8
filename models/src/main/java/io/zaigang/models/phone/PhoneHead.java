package io.zaigang.models.phone;

import java.util.List;

/** Turns what the views of one look say into the probability of a phone in use. */
@FunctionalInterface
interface PhoneHead {

  /**
   * At even odds beforehand, 0 to 1.
   *
   * @param views each view's log odds, in the order of the settings
   */
  double probability(List<Double> views);
}
