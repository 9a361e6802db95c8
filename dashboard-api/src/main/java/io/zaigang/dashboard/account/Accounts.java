package io.zaigang.dashboard.account;

import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.web.BadRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
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

  /** True where someone can administer this installation. */
  public boolean haveAdministrator() {
    return store.countEnabled(Role.ADMIN) > 0;
  }

  /** What to do where there is none, in one line. */
  public static String noAdministrator(Path dataDir) {
    return "There is no administrator yet. Make one first: deploy/zaigang create-admin --data "
        + dataDir
        + " --username NAME";
  }

  /** True where this is an enabled administrator with this password. */
  public boolean isAdministrator(String username, String password) {
    return store
        .byUsername(username)
        .filter(account -> account.enabled() && account.roles().contains(Role.ADMIN))
        .filter(account -> passwords.matches(password, account.passwordHash()))
        .isPresent();
  }

  /**
   * Makes an account.
   *
   * @param actor who does it, for the register
   * @throws BadRequest when the name is taken or unfit, or the password too weak
   */
  public UUID create(
      String actor, String username, String displayName, Set<Role> roles, String password) {
    if (!username.matches(USERNAME)) {
      throw new BadRequest(
          "A user name has letters, digits and . _ @ -, 1 to 100, and begins with a letter or digit");
    }
    Account account =
        new Account(
            UUID.randomUUID(),
            username,
            displayName,
            passwords.hash(username, password),
            true,
            roles);
    try {
      transactions.executeWithoutResult(
          transaction -> {
            store.add(account, clock.instant());
            register.add(
                AuditEntry.by(actor, AuditAction.ACCOUNT_CREATED)
                    .subject(username)
                    .detail("roles", account.roles().stream().sorted().toList().toString()));
          });
    } catch (DuplicateKeyException taken) {
      throw new BadRequest("There is an account named '" + username + "' already");
    }
    return account.id();
  }

  /**
   * Sets a new password.
   *
   * @throws BadRequest when there is no such account, or the password is too weak
   */
  public void setPassword(String actor, String username, String password) {
    Account account =
        store
            .byUsername(username)
            .orElseThrow(() -> new BadRequest("There is no account named '" + username + "'"));
    String hash = passwords.hash(account.username(), password);
    transactions.executeWithoutResult(
        transaction -> {
          store.update(account.withPasswordHash(hash), clock.instant());
          store.closeSessions(account.id());
          register.add(
              AuditEntry.by(actor, AuditAction.PASSWORD_CHANGED).subject(account.username()));
        });
  }

  /** A password nobody has used before. */
  public String generatePassword() {
    return passwords.generate();
  }
}
