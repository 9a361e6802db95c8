package io.zaigang.models.evaluate;

/** An annotation file cannot be used; the message says which, why, and what was expected. */
public final class InvalidAnnotationsException extends Exception {

  private static final long serialVersionUID = 1;

  InvalidAnnotationsException(String message) {
    super(message);
  }
}
