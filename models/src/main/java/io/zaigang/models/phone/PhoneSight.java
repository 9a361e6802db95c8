package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one second look at a person says.
 *
 * @param score probability of a phone in use, at even odds beforehand, 0 to 1
 * @param inUse whether the score alone is over the threshold in force
 * @param phone the likeliest phone in reach, in pixels of the picture; null when there is none
 * @param place where it is; AWAY when there is none
 * @param views each view's log odds, in the order of the settings: the features of {@code teach}
 */
public record PhoneSight(
    double score, boolean inUse, @Nullable Box phone, Place place, List<Double> views) {

  public PhoneSight {
    views = List.copyOf(views);
  }
}
