package io.zaigang.domain.duty;

import java.util.List;

/** Who the roster expects at a window at one moment. */
public record WindowDuty(String windowId, Opening opening, List<ExpectedPerson> people) {

  /** Whether a window has to be staffed at a moment. */
  public enum Opening {
    OPEN,
    /** Closed with leave, inside working time. */
    CLOSED,
    OUTSIDE_WORKING_TIME
  }

  public WindowDuty {
    people = List.copyOf(people);
  }

  /** Ids of those who have to be there; none while the window is not open. */
  public List<String> answerable() {
    return opening == Opening.OPEN
        ? people.stream()
            .filter(ExpectedPerson::hasToBeThere)
            .map(ExpectedPerson::personId)
            .toList()
        : List.of();
  }
}
