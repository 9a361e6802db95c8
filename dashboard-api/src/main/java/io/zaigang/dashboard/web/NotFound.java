package io.zaigang.dashboard.web;

/** What was asked for does not exist. */
public final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotFound(String message) {
    super(message);
  }
}
