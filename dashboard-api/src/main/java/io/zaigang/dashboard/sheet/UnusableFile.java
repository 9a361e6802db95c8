package io.zaigang.dashboard.sheet;

/** A file of which no row can be read. */
final class UnusableFile extends Exception {

  private static final long serialVersionUID = 1;

  private final transient RowProblem problem;

  UnusableFile(ProblemCode code, String detail) {
    super(code + " " + detail);
    this.problem = RowProblem.ofFile(code, detail.isEmpty() ? null : detail);
  }

  RowProblem problem() {
    return problem;
  }
}
