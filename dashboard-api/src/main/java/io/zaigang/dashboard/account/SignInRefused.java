package io.zaigang.dashboard.account;

/** Name and password do not belong together, or the account is shut; which of them is not said. */
public final class SignInRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  SignInRefused() {
    super("User name and password do not match");
  }
}
