package io.zaigang.models.detect;

/** A network's outputs are not those of its family: what was expected and what was found. */
final class UnexpectedOutputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnexpectedOutputException(String message) {
    super(message);
  }
}
