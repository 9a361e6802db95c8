package io.zaigang.dashboard.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong with a list; the first few hundred are kept in full, the others counted. */
public final class SheetProblems {

  private static final int KEPT = 500;

  private final List<RowProblem> kept = new ArrayList<>();
  private int count;

  void add(RowProblem problem) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(problem);
    }
  }

  int count() {
    return count;
  }

  boolean none() {
    return count == 0;
  }

  List<RowProblem> kept() {
    return kept.stream().sorted(Comparator.comparingInt(RowProblem::row)).toList();
  }
}
