package io.zaigang.domain.duty;

import org.jspecify.annotations.Nullable;

/**
 * Someone of a window at one moment.
 *
 * @param postId the post; null for any of the window
 * @param role null at a guide desk, which has a duty list instead
 * @param absenceId the absence that makes this person ABSENT, else null
 */
public record ExpectedPerson(
    String personId,
    @Nullable String postId,
    @Nullable PostRole role,
    Duty duty,
    @Nullable String absenceId) {

  /** What the roster expects of someone. */
  public enum Duty {
    /** A岗, or on the guide desk's list: has to be there. */
    ON_POST,
    /** B岗 while an A岗 is absent: has to be there instead. */
    STANDING_IN,
    /** B岗 while every A岗 is expected. */
    RESERVE,
    /** Away with leave. */
    ABSENT
  }

  /** Whether an empty window is this person's to answer for. */
  public boolean hasToBeThere() {
    return duty == Duty.ON_POST || duty == Duty.STANDING_IN;
  }
}
