package io.zaigang.job.evaluate;

/** Labels, or the videos they are of, cannot be used; the message says which, where and why. */
public final class InvalidLabelsException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidLabelsException(String message) {
    super(message);
  }
}
