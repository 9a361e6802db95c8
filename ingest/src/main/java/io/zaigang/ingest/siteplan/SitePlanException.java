package io.zaigang.ingest.siteplan;

import io.zaigang.domain.site.SitePlanProblem;
import java.util.List;

/** A site plan file that cannot be used, with everything that is wrong with it. */
public final class SitePlanException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<String> problems;
  private final transient List<SitePlanProblem> found;

  /** A text that is no plan, with everything that is wrong with it. */
  SitePlanException(List<SitePlanProblem> found, String origin) {
    this(origin, found.stream().map(SitePlanProblem::toString).toList(), found);
  }

  public SitePlanException(String origin, List<String> problems) {
    this(origin, problems, List.of());
  }

  private SitePlanException(String origin, List<String> problems, List<SitePlanProblem> found) {
    super("Site plan " + origin + " has " + count(problems) + ": " + String.join("; ", problems));
    this.problems = List.copyOf(problems);
    this.found = List.copyOf(found);
  }

  /** The same with their codes; empty where it was not even a document. */
  public List<SitePlanProblem> found() {
    return found;
  }

  /** One line a problem: {@code path (line n): message}. */
  public List<String> problems() {
    return problems;
  }

  private static String count(List<String> problems) {
    return problems.size() == 1 ? "a problem" : problems.size() + " problems";
  }
}
