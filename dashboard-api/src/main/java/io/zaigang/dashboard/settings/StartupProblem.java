package io.zaigang.dashboard.settings;

import java.util.List;

/** Something the operator can mend keeps the dashboard from starting; said in one line each. */
public final class StartupProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> lines;

  public StartupProblem(String line) {
    this(List.of(line));
  }

  public StartupProblem(List<String> lines) {
    super(String.join(System.lineSeparator(), lines));
    this.lines = List.copyOf(lines);
  }

  /** What to print, without a stack trace. */
  public List<String> lines() {
    return lines;
  }
}
