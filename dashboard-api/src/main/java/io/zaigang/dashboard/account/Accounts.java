package io.zaigang.dashboard.account;

import io.zaigang.dashboard.account.Account.Rights;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.NotFound;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Makes and changes accounts; every change is in the register. */
@Service
public class Accounts {

  /** The actor of what the operator does on the machine itself. */
  public static final String OPERATOR = "operator";

  private static final String USERNAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,99}";

  private final AccountStore store;
  private final Passwords passwords;
  private final Register register;
  private final TransactionTemplate transactions;
  private final Clock clock;

  @Autowired
  Accounts(
      AccountStore store,
      Passwords passwords,
      Register register,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.register = register;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The same without an application around it: for commands. */
  public static Accounts over(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    Clock clock = Clock.systemUTC();
    return new Accounts(
        new AccountStore(jdbc),
        new Passwords(),
        new Register(jdbc, JsonMapper.builder().build(), clock),
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        clock);
  }

  /** What to do where there is no administrator, in one line. */
  public static String noAdministrator(Path dataDir) {
    return "There is no administrator yet. Make one first: deploy/zaigang create-admin --data "
        + dataDir
        + " --username NAME";
  }

  /** True where someone can administer this installation. */
  public boolean haveAdministrator() {
    return store.countEnabled(Role.ADMIN) > 0;
  }

  /** True where this is an enabled administrator with this password. */
  public boolean isAdministrator(String username, String password) {
    return store
        .byUsername(username)
        .filter(account -> account.rights().administers())
        .filter(account -> passwords.matches(password, account.passwordHash()))
        .isPresent();
  }

  /**
   * Makes the account of an administrator who also watches.
   *
   * @throws BadRequest when the name is taken or unfit, or the password too weak
   */
  public void createAdministrator(String username, String displayName, String password) {
    create(OPERATOR, username, password, Rights.of(displayName, Set.of(Role.ADMIN, Role.DESK)));
  }

  /**
   * The same on the page, and only while there is nobody else to administer the installation.
   *
   * @throws Conflict when somebody was faster
   * @throws BadRequest when the name is taken or unfit, or the password too weak
   */
  void createFirstAdministrator(String username, String displayName, String password) {
    transactions.executeWithoutResult(
        transaction -> {
          store.lockAll();
          if (haveAdministrator()) {
            throw new Conflict("There is an administrator already");
          }
          createAdministrator(username, displayName, password);
        });
  }

  /**
   * Sets a new password where the old one is forgotten; all sign-ins end.
   *
   * @throws BadRequest when there is no such account, or the password is too weak
   */
  public void resetPassword(String username, String password) {
    Account account =
        store
            .byUsername(username)
            .orElseThrow(() -> new BadRequest("There is no account named '" + username + "'"));
    setPassword(OPERATOR, account, password, null);
  }

  /** A password nobody has used before. */
  public String generatePassword() {
    return passwords.generate();
  }

  List<Account> all() {
    return store.all();
  }

  Account byId(UUID id) {
    return store.byId(id).orElseThrow(() -> new NotFound("There is no account with this id"));
  }

  Account create(String actor, String username, String password, Rights rights) {
    if (!username.matches(USERNAME)) {
      throw new BadRequest(
          "A user name has letters, digits and . _ @ -, 1 to 100, and begins with a letter or"
              + " digit");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String hash = passwords.hash(username, password);
    Account account = new Account(UUID.randomUUID(), username, hash, now, rights);
    try {
      transactions.executeWithoutResult(
          transaction -> {
            store.add(account);
            register.add(
                AuditEntry.by(actor, AuditAction.ACCOUNT_CREATED)
                    .subject(username)
                    .detail("rights", rights.summary()));
          });
    } catch (DuplicateKeyException taken) {
      throw new BadRequest("There is an account named '" + username + "' already");
    }
    return account;
  }

  /**
   * Changes what an account may do, from the very next request on.
   *
   * @throws Conflict when nobody could administer the installation any more
   */
  Account change(String actor, UUID id, Rights rights) {
    return transactions.execute(
        transaction -> {
          store.lockAll();
          Account before = byId(id);
          Account after = before.with(rights);
          store.update(after, clock.instant());
          if (store.countEnabled(Role.ADMIN) == 0) {
            throw new Conflict("This is the last administrator: make another one first");
          }
          register.add(
              AuditEntry.by(actor, AuditAction.ACCOUNT_CHANGED)
                  .subject(before.username())
                  .detail("before", before.rights().summary())
                  .detail("after", rights.summary()));
          return after;
        });
  }

  /**
   * Sets a password.
   *
   * @param except the sign-in that stays; null for none
   */
  void setPassword(String actor, Account account, String password, @Nullable UUID except) {
    String hash = passwords.hash(account.username(), password);
    transactions.executeWithoutResult(
        transaction -> {
          store.lockAll();
          Account now = byId(account.id());
          store.update(now.withPasswordHash(hash), clock.instant());
          store.closeSessions(account.id(), except);
          register.add(
              AuditEntry.by(actor, AuditAction.PASSWORD_CHANGED).subject(account.username()));
        });
  }
}
