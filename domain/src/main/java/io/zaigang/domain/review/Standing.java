package io.zaigang.domain.review;

/** Where an incident stands with the people who judge it. */
public enum Standing {
  /** Found by the rules; nobody has judged it. */
  UNREVIEWED,
  /** Someone looked and says that it happened. */
  CONFIRMED,
  /** Someone looked and says that it does not count. */
  DISMISSED,
  /** Confirmed, and contested: open until somebody else decides. */
  APPEALED,
  /** The appeal was decided: it stays confirmed. */
  UPHELD,
  /** The appeal was decided: it never counts. */
  REVERSED;

  /** True where it may be published and counted: a person confirmed it and nothing is open. */
  public boolean counts() {
    return this == CONFIRMED || this == UPHELD;
  }
}
