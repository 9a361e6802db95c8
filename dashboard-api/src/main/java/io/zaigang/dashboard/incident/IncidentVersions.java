package io.zaigang.dashboard.incident;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which of two versions of an incident is the later one.
 *
 * <p>The job delivers at least once: after a restart it sends again what it sent before, and two
 * batches may overtake each other. Versions are therefore put in one total order and the greatest
 * one stays, whatever the order and number of deliveries:
 *
 * <ol>
 *   <li>CLOSED comes after OPEN: a replay never reopens what is over;
 *   <li>then the later end;
 *   <li>then more blind time, then the later confirmation: an open incident only grows;
 *   <li>then the text of what is left, only so that there is no tie.
 * </ol>
 *
 * <p>The price: analysing old footage again with other settings can lengthen a stored incident,
 * never shorten it. What people have already seen, and perhaps judged, is corrected by people
 * (dismissal, appeal), not by a machine behind their backs.
 */
final class IncidentVersions {

  private static final Comparator<Incident> BY_AGE =
      Comparator.<Incident>comparingInt(i -> i.status() == IncidentStatus.CLOSED ? 1 : 0)
          .thenComparing(i -> i.endedAt() == null ? Instant.MIN : i.endedAt())
          .thenComparingDouble(Incident::blindSeconds)
          .thenComparing(Incident::confirmedAt)
          .thenComparing(IncidentVersions::rest);

  private IncidentVersions() {}

  /** True where {@code candidate} replaces {@code stored}; never for equal versions. */
  static boolean isLater(Incident candidate, Incident stored) {
    return BY_AGE.compare(candidate, stored) > 0;
  }

  private static String rest(Incident incident) {
    return incident.measure() + "|" + incident.postIds() + "|" + incident.cameraIds();
  }
}
