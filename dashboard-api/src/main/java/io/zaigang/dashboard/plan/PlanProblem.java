package io.zaigang.dashboard.plan;

import io.zaigang.domain.site.SitePlanProblem;
import java.util.List;

/**
 * One thing that is wrong with a plan.
 *
 * @param path such as {@code cameras[0].url}; empty for the plan as a whole
 * @param line line of the YAML; 0 where it came from none
 * @param message in English
 * @param code of the same, for the page to say it in its own language; empty where there is none
 * @param values what stands in the message, in its order
 */
record PlanProblem(String path, int line, String message, String code, List<String> values) {

  PlanProblem {
    values = List.copyOf(values);
  }

  static PlanProblem of(SitePlanProblem problem) {
    return new PlanProblem(
        problem.path(),
        problem.line(),
        problem.message(),
        problem.mistake().name(),
        problem.values());
  }

  /** Of a text that is no document at all. */
  static PlanProblem of(String message) {
    return new PlanProblem("", 0, message, "", List.of());
  }
}
