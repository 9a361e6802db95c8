package io.zaigang.domain.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a document while the rest of it is still being read. */
final class ProblemList {

  private final List<SitePlanProblem> problems = new ArrayList<>();

  void add(String path, int line, PlanMistake mistake, Object... values) {
    List<String> told = Arrays.stream(values).map(String::valueOf).toList();
    problems.add(new SitePlanProblem(path, line, mistake.says(values), mistake, told));
  }

  /** By line; problems of one line in the order found. */
  List<SitePlanProblem> inDocumentOrder() {
    return problems.stream().sorted(Comparator.comparingInt(SitePlanProblem::line)).toList();
  }
}
