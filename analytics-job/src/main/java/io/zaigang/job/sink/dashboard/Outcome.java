package io.zaigang.job.sink.dashboard;

/** What became of a request. */
sealed interface Outcome {

  /** The dashboard has it. */
  record Taken() implements Outcome {}

  /**
   * The dashboard will never take it: it is not of the form asked for.
   *
   * @param reason what the dashboard answered
   */
  record Refused(String reason) implements Outcome {}

  /**
   * Not now: down, overloaded, or the token is not (yet) right.
   *
   * @param reason status or error
   */
  record Later(String reason) implements Outcome {}
}
