package io.zaigang.job.teach;

/** A file of verdicts cannot be used; the message says which line and why. */
public final class InvalidVerdictsException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidVerdictsException(String message) {
    super(message);
  }
}
