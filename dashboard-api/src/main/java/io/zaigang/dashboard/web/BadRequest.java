package io.zaigang.dashboard.web;

/** A call that can never succeed as it stands; the message says what to mend. */
public final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BadRequest(String message) {
    super(message);
  }
}
