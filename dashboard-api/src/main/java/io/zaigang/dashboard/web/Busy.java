package io.zaigang.dashboard.web;

/** Too much is going on at once; the same call may succeed later. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Busy(String message) {
    super(message);
  }
}
