package io.zaigang.dashboard.account;

/** Somebody who signed in elsewhere is not let in here. */
public final class OutsideRefused extends Exception {

  private static final long serialVersionUID = 1;

  /** Why; the page says it in its own language. */
  public enum Why {
    /** None of this person's roles is one of ours. */
    NO_ROLE,
    /** Somebody else signs in here by this name. */
    NAME_TAKEN,
    /** The name cannot be a user name. */
    UNFIT_NAME,
    /** An administrator shut the account. */
    DISABLED,
    /** The other side did not say who it is, or could not be reached. */
    FAILED
  }

  private final Why why;

  OutsideRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
