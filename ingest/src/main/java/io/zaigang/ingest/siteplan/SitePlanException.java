package io.zaigang.ingest.siteplan;

import java.util.List;

/** A site plan file that cannot be used, with everything that is wrong with it. */
public final class SitePlanException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public SitePlanException(String origin, List<String> problems) {
    super("Site plan " + origin + " has " + count(problems) + ": " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line a problem: {@code path (line n): message}. */
  public List<String> problems() {
    return problems;
  }

  private static String count(List<String> problems) {
    return problems.size() == 1 ? "a problem" : problems.size() + " problems";
  }
}
