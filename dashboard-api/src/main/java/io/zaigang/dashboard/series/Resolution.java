package io.zaigang.dashboard.series;

/** How finely a series is kept; each has a retention policy of its own. */
public enum Resolution {
  MINUTES("minutes"),
  HOURS("hours"),
  DAYS("days");

  private final String policy;

  Resolution(String policy) {
    this.policy = policy;
  }

  /** Name of the retention policy. */
  public String policy() {
    return policy;
  }
}
