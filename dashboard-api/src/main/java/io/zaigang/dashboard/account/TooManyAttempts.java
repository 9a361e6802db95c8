package io.zaigang.dashboard.account;

import java.time.Duration;

/** Signing in failed too often; it may be tried again later. */
public final class TooManyAttempts extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  TooManyAttempts(Duration retryAfter) {
    super("Too many failed sign-ins; try again in " + Math.max(1, retryAfter.toSeconds()) + " s");
    this.retryAfter = retryAfter;
  }

  /** How long to wait. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
