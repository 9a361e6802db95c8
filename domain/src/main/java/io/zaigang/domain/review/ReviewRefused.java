package io.zaigang.domain.review;

/** A step that a review does not allow; nothing has changed. */
public final class ReviewRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What kind of refusal this is. */
  public enum Cause {
    /** The review is past this step, or not yet there. */
    OUT_OF_ORDER,
    /** This person must not be the one. */
    NOT_THIS_PERSON,
    /** Something is missing or does not fit together. */
    INCOMPLETE
  }

  private final Cause kind;

  private ReviewRefused(Cause kind, String message) {
    super(message);
    this.kind = kind;
  }

  static ReviewRefused outOfOrder(String message) {
    return new ReviewRefused(Cause.OUT_OF_ORDER, message);
  }

  static ReviewRefused notThisPerson(String message) {
    return new ReviewRefused(Cause.NOT_THIS_PERSON, message);
  }

  static ReviewRefused incomplete(String message) {
    return new ReviewRefused(Cause.INCOMPLETE, message);
  }

  public Cause kind() {
    return kind;
  }
}
