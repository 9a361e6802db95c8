package io.zaigang.dashboard.web;

/** This person may not do this to this thing, whatever their roles. */
public final class Forbidden extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Forbidden(String message) {
    super(message);
  }
}
