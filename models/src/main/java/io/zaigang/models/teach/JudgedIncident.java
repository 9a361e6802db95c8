package io.zaigang.models.teach;

import java.time.LocalDate;
import java.util.List;

/**
 * A phone incident that a person judged, and what the second look sees in its footage.
 *
 * @param day on which it was: incidents of one day are alike and are left out together
 * @param verdict what the person said
 * @param looks each look's views, as log odds; at least one
 */
public record JudgedIncident(String id, LocalDate day, Verdict verdict, List<List<Double>> looks) {

  /** What a person said of an incident. */
  public enum Verdict {
    CONFIRMED,
    DISMISSED
  }

  public JudgedIncident {
    looks = looks.stream().map(List::copyOf).toList();
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("Incident " + id + " has no look to learn from");
    }
  }

  boolean confirmed() {
    return verdict == Verdict.CONFIRMED;
  }
}
