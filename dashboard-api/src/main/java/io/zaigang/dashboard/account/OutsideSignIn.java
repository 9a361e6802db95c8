package io.zaigang.dashboard.account;

import io.zaigang.dashboard.account.Account.Rights;
import io.zaigang.dashboard.account.OutsideRefused.Why;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens sessions for people who signed in elsewhere. The first time an account is made for them;
 * each time name and roles become what the other side says. Cameras, own windows and being shut out
 * stay the administrator's. An account that was made here is never taken over by a name.
 */
@Service
public class OutsideSignIn {

  private static final String ACTOR = "outside sign-in";

  private final AccountStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Register register;
  private final Clock clock;

  OutsideSignIn(
      AccountStore store,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      Register register,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.register = register;
    this.clock = clock;
  }

  /**
   * Lets somebody in.
   *
   * @param address where the call comes from
   * @return the secret for the session's cookie
   * @throws OutsideRefused when they are nobody here
   */
  @Transactional(rollbackFor = OutsideRefused.class)
  public String signIn(OutsidePerson person, String address) throws OutsideRefused {
    store.lockAll();
    if (person.roles().isEmpty()) {
      throw new OutsideRefused(Why.NO_ROLE);
    }
    Optional<Account> known = store.byOutsideId(person.id());
    Account account = known.isPresent() ? asTold(known.get(), person) : made(person);
    if (!account.enabled()) {
      throw new OutsideRefused(Why.DISABLED);
    }
    String secret = sessions.open(account.id());
    register.add(
        AuditEntry.by(account.username(), AuditAction.SIGN_IN)
            .detail("address", address)
            .detail("by", "OpenID Connect"));
    return secret;
  }

  private Account made(OutsidePerson person) throws OutsideRefused {
    if (store.byUsername(person.username()).isPresent()) {
      throw new OutsideRefused(Why.NAME_TAKEN);
    }
    try {
      Rights rights = Rights.of(person.displayName(), person.roles());
      // a password that nobody knows: an administrator can give another
      Account made = accounts.create(ACTOR, person.username(), passwords.generate(), rights);
      store.bindOutside(made.id(), person.id());
      return made;
    } catch (BadRequest unfit) {
      throw new OutsideRefused(Why.UNFIT_NAME);
    }
  }

  private Account asTold(Account before, OutsidePerson person) {
    Rights old = before.rights();
    Rights told =
        new Rights(
            person.displayName(),
            old.enabled(),
            person.roles(),
            old.cameraIds(),
            List.copyOf(old.ownWindowIds()));
    if (told.equals(old)) {
      return before;
    }
    Account after = before.with(told);
    store.update(after, clock.instant());
    register.add(
        AuditEntry.by(ACTOR, AuditAction.ACCOUNT_CHANGED)
            .subject(before.username())
            .detail("before", old.summary())
            .detail("after", told.summary()));
    return after;
  }
}
