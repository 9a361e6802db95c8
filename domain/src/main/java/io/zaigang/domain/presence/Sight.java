package io.zaigang.domain.presence;

/** What one usable look at a post says, between the thresholds of {@link PresenceThresholds}. */
public enum Sight {
  /** Someone is there. */
  SEEN,
  /** Neither surely someone nor surely nobody: what held before still holds. */
  UNSURE,
  /** Nobody is there. */
  NOT_SEEN
}
