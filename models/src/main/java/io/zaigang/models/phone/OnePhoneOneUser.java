package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a phone that is in reach of several people to one of them.
 *
 * <p>Where people stand close, the phone in one's hand lies in the other's box as well. The look
 * that is surer keeps its score; of the other person nothing is claimed, one way or the other.
 */
final class OnePhoneOneUser {

  /** Boxes that overlap this much show the same phone. */
  private static final double SAME_PHONE_IOU = 0.3;

  /** Says nothing: as likely with a phone in use as without. */
  private static final double UNDECIDED = 0.5;

  private OnePhoneOneUser() {}

  /** The sights of one picture's people, in the same order. */
  static List<PhoneSight> settle(List<PhoneSight> sights) {
    List<PhoneSight> settled = new ArrayList<>(sights);
    for (int i = 0; i < sights.size(); i++) {
      if (isAnothers(sights, i)) {
        PhoneSight sight = sights.get(i);
        settled.set(i, new PhoneSight(UNDECIDED, false, null, Place.AWAY, sight.views()));
      }
    }
    return settled;
  }

  private static boolean isAnothers(List<PhoneSight> sights, int index) {
    PhoneSight mine = sights.get(index);
    Box phone = mine.phone();
    if (phone == null || mine.score() <= UNDECIDED) {
      return false;
    }
    for (int i = 0; i < sights.size(); i++) {
      Box other = sights.get(i).phone();
      boolean surer =
          sights.get(i).score() > mine.score()
              || (sights.get(i).score() == mine.score() && i < index);
      if (i != index
          && other != null
          && surer
          && phone.intersectionOverUnion(other) >= SAME_PHONE_IOU) {
        return true;
      }
    }
    return false;
  }
}
