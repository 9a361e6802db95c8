package io.zaigang.domain.site;

import java.util.List;
import java.util.Optional;

/**
 * What reading a document gave: a valid plan, or every problem found in it.
 *
 * @param plan present exactly when there are no problems
 * @param problems in the order of the document
 */
public record SitePlanReading(Optional<SitePlan> plan, List<SitePlanProblem> problems) {

  public SitePlanReading {
    problems = List.copyOf(problems);
    if (plan.isPresent() != problems.isEmpty()) {
      throw new IllegalArgumentException("A reading has either a plan or problems");
    }
  }
}
