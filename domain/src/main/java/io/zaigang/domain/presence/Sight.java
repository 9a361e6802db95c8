package io.zaigang.domain.presence;

/** What one usable look at a post says, between the thresholds of {@link PresenceThresholds}. */
public enum Sight {
  /** Someone is there, and a detector found them in this very look. */
  FOUND,
  /** Someone is there, going by movement and by the looks before. */
  SEEN,
  /** Neither surely someone nor surely nobody: what held before still holds. */
  UNSURE,
  /** Nobody is there. */
  NOT_SEEN;

  /** Someone is there, whatever it rests on. */
  boolean someone() {
    return this == FOUND || this == SEEN;
  }
}
