package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;

/**
 * How large a person is in the picture, seated or standing: the height in pixels that the whole
 * standing person would have.
 *
 * <p>Behind a counter, or seated, less of a person is seen: a box that is not clearly upright shows
 * about half. A phone in the hand is .03 to .13 of this scale in every set of pictures measured.
 */
final class BodyScale {

  /** A box less upright than this shows a part of a person. */
  private static final double UPRIGHT = 1.3;

  private BodyScale() {}

  static double of(Box person) {
    return person.height() < UPRIGHT * person.width()
        ? Math.min(1.6 * person.width(), 2 * person.height())
        : person.height();
  }
}
