package io.zaigang.dashboard.sheet;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param kind which list
 * @param sha256 of the file: repeated when it is to be stored, so that what was previewed is stored
 * @param rows rows read, the header left out
 * @param counts what changes; nothing where there are problems
 * @param problemCount all problems, also those beyond the ones listed
 * @param stored whether anything was
 */
public record ImportReport(
    String kind,
    String sha256,
    int rows,
    ImportCounts counts,
    int problemCount,
    List<RowProblem> problems,
    boolean stored) {

  public ImportReport {
    problems = List.copyOf(problems);
  }
}
