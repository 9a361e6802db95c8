package io.zaigang.ingest.siteplan;

/** A text that is no YAML document, and where it stops being one. */
final class YamlProblemException extends Exception {

  private static final long serialVersionUID = 1;

  private final String problem;

  YamlProblemException(int line, String problem) {
    super(line > 0 ? "line " + line + ": " + problem : problem);
    this.problem = super.getMessage() == null ? problem : super.getMessage();
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
