package io.zaigang.dashboard.plan;

import io.zaigang.domain.site.SitePlanProblem;

/**
 * One thing that is wrong with a plan.
 *
 * @param path such as {@code cameras[0].url}; empty for the plan as a whole
 */
record PlanProblem(String path, String message) {

  static PlanProblem of(SitePlanProblem problem) {
    return new PlanProblem(problem.path(), problem.message());
  }
}
