package io.zaigang.dashboard.account;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Signing in and out. */
@Service
class SignIn {

  private final AccountStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final Sessions sessions;
  private final Register register;

  SignIn(
      AccountStore store,
      Accounts accounts,
      Passwords passwords,
      SignInThrottle throttle,
      Sessions sessions,
      Register register) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.sessions = sessions;
    this.register = register;
  }

  /** A fresh sign-in: who, and the secret for the cookie. */
  record Opened(Account account, String secret) {}

  /**
   * Signs in.
   *
   * @param address where the call comes from
   * @throws SignInRefused when name and password do not match
   * @throws TooManyAttempts when they did not too often
   */
  Opened signIn(String username, String password, String address) {
    throttle.check(username, address);
    Optional<Account> account = store.byUsername(username);
    boolean matches = passwords.matches(password, account.map(Account::passwordHash).orElse(null));
    if (!matches || !account.get().enabled()) {
      throttle.failed(username, address);
      register.add(refusal(account, address));
      throw new SignInRefused();
    }
    throttle.succeeded(username, address);
    String secret = sessions.open(account.get().id());
    register.add(
        AuditEntry.by(account.get().username(), AuditAction.SIGN_IN).detail("address", address));
    return new Opened(account.get(), secret);
  }

  /**
   * Changes one's own password.
   *
   * @throws BadRequest when the current one is wrong, which is throttled like a sign-in
   */
  void changePassword(SignedIn user, String current, String next, String address) {
    throttle.check(user.username(), address);
    Account account = accounts.byId(user.accountId());
    if (!passwords.matches(current, account.passwordHash())) {
      throttle.failed(user.username(), address);
      throw new BadRequest("The current password is not right");
    }
    accounts.setPassword(user.username(), account, next, user.sessionId());
  }

  void signOut(SignedIn user) {
    sessions.close(user.sessionId());
    register.add(AuditEntry.by(user.username(), AuditAction.SIGN_OUT));
  }

  /** A name that is no account may be a password typed into the wrong field: it is not kept. */
  private static AuditEntry refusal(Optional<Account> account, String address) {
    return AuditEntry.by("-", AuditAction.SIGN_IN_REFUSED)
        .subject(account.map(Account::username).orElse(null))
        .detail("address", address);
  }
}
