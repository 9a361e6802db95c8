package io.zaigang.domain.site;

import java.util.List;

/**
 * One thing that is wrong with a site plan.
 *
 * @param path where in the document, for example {@code windows[0].posts[1].zones[0].polygon};
 *     empty for the document itself
 * @param line line of the file, the first is 1; 0 where it came from no file
 * @param message what is wrong, with value and limit
 * @param mistake the same as a code
 * @param values what stands in the message, in its order
 */
public record SitePlanProblem(
    String path, int line, String message, PlanMistake mistake, List<String> values) {

  public SitePlanProblem {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    String where = path.isEmpty() ? "site plan" : path;
    return line > 0 ? where + " (line " + line + "): " + message : where + ": " + message;
  }
}
