package io.zaigang.dashboard;

import io.zaigang.dashboard.account.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Callers of the dashboard under test: people with roles, the job, strangers. */
public final class Desks {

  /** Everybody's password here. */
  public static final String PASSWORD = "correct horse 42";

  /** Cheap to compare: only tests may have such. */
  private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

  private final ApplicationContext context;
  private final String address;

  Desks(ApplicationContext context) {
    this.context = context;
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    this.address = "http://127.0.0.1:" + port;
  }

  /** Base address of the dashboard. */
  public String address() {
    return address;
  }

  /** Someone nobody knows. */
  public Caller stranger() {
    return new Caller(address, "");
  }

  /** The job, with the service token. */
  public Caller job() {
    try {
      String token = Files.readString(Installation.DATA.resolve("secrets/service-token")).strip();
      return new Caller(address, token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Someone with these roles, signed in; the user name is made of the roles. */
  public Caller signedIn(Role... roles) {
    String username =
        Arrays.stream(roles)
            .map(role -> role.name().toLowerCase())
            .collect(Collectors.joining("-"));
    return signedInAs(username, roles);
  }

  /** Someone with this name and these roles, signed in. */
  public Caller signedInAs(String username, Role... roles) {
    addAccount(username, roles);
    Caller caller = stranger();
    caller.signIn(username, PASSWORD);
    return caller;
  }

  /** An account that nobody has signed in to yet. */
  public void addAccount(String username, Role... roles) {
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    UUID id = UUID.randomUUID();
    jdbc.update(
        "insert into account (id, username, display_name, password_hash, enabled, created_at,"
            + " changed_at) values (?, ?, ?, ?, true, now(), now())",
        id,
        username,
        "Name of " + username,
        HASH);
    for (Role role : roles) {
      jdbc.update("insert into account_role (account_id, role) values (?, ?)", id, role.name());
    }
  }

  /** A bean of the application under test. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
