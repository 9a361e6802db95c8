package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.review.Review;

/**
 * An incident as the database keeps it.
 *
 * @param review what people made of it
 * @param comments how many there are
 * @param version 1 for the first that came, one more for each that replaced it
 * @param changeNumber when it last changed, see {@link io.zaigang.dashboard.stream.ChangeNumbers}
 */
public record StoredIncident(
    Incident incident, Review review, int comments, int version, long changeNumber) {

  /** The first that came. */
  static StoredIncident first(Incident incident, long changeNumber) {
    return new StoredIncident(incident, Review.NONE, 0, 1, changeNumber);
  }

  /** The job says more about it. */
  StoredIncident with(Incident later, long number) {
    return new StoredIncident(later, review, comments, version + 1, number);
  }

  /** Somebody judged it. */
  StoredIncident with(Review next, long number) {
    return new StoredIncident(incident, next, comments, version + 1, number);
  }

  /** Somebody said something about it. */
  StoredIncident commented(long number) {
    return new StoredIncident(incident, review, comments + 1, version + 1, number);
  }
}
