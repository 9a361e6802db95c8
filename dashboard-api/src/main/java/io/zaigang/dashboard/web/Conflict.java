package io.zaigang.dashboard.web;

/** The call does not fit what is stored now; the message says why. */
public final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Conflict(String message) {
    super(message);
  }
}
