package io.zaigang.dashboard.plan;

import java.util.List;

/** A plan that cannot be put in force, with everything that is wrong with it. */
final class PlanRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<PlanProblem> problems;

  PlanRefused(List<PlanProblem> problems) {
    super(
        problems.size() == 1
            ? problems.get(0).message()
            : problems.size() + " problems keep these settings from being used");
    this.problems = List.copyOf(problems);
  }

  List<PlanProblem> problems() {
    return problems;
  }
}
