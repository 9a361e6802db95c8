package io.zaigang.dashboard.database;

import io.zaigang.dashboard.settings.SecretFile;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along: data in {@code DIR/postgres}, on a free port of the loopback
 * address, behind a generated password, with every write forced to disk.
 *
 * <p>One process at a time owns it, by a lock on {@code DIR/postgres.lock}. The owner starts the
 * server, or takes over one whose owner was killed, and stops it when it closes. A process that
 * finds it owned only connects: so the operator's commands work whether or not the dashboard runs.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  static final String USER = "postgres";
  static final String NAME = "postgres";

  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration SHUTDOWN = Duration.ofSeconds(30);

  private final Path folder;
  private final String password;
  private final int port;
  private final @Nullable OwnerLock lock;
  private final @Nullable EmbeddedPostgres started;

  private EmbeddedDatabase(
      Path folder,
      String password,
      int port,
      @Nullable OwnerLock lock,
      @Nullable EmbeddedPostgres started) {
    this.folder = folder;
    this.password = password;
    this.port = port;
    this.lock = lock;
    this.started = started;
  }

  /**
   * Opens the database as its owner.
   *
   * @param dataDir the data directory of the installation
   * @throws StartupProblem when another process owns it, or it cannot be started
   */
  public static EmbeddedDatabase own(Path dataDir) {
    OwnerLock lock = OwnerLock.take(dataDir, Duration.ofSeconds(20));
    if (lock == null) {
      throw new StartupProblem(
          "Database "
              + folder(dataDir)
              + " is in use by another dashboard; stop that one, or give both an external"
              + " PostgreSQL (zaigang.database.url)");
    }
    return owned(dataDir, lock);
  }

  /** Opens the database as its owner where nobody is, else as a guest of the process that is. */
  public static EmbeddedDatabase ownOrJoin(Path dataDir) {
    OwnerLock lock = OwnerLock.take(dataDir, Duration.ZERO);
    return lock == null ? guest(dataDir) : owned(dataDir, lock);
  }

  /** Address for JDBC, without the password. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  public String username() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** Whether the server's process is there. */
  boolean isRunning() {
    try {
      return Postmaster.running(folder).isPresent();
    } catch (IOException e) {
      LOG.warn("Cannot see whether the database runs: {}", e.getMessage());
      return true;
    }
  }

  private static EmbeddedDatabase owned(Path dataDir, OwnerLock lock) {
    Path folder = folder(dataDir);
    try {
      String password = password(dataDir);
      Optional<Postmaster> orphan = Postmaster.running(folder);
      if (orphan.isPresent() && accepts(orphan.get().port(), password)) {
        LOG.info("Taking over the database server that a killed dashboard left running");
        return new EmbeddedDatabase(folder, password, orphan.get().port(), lock, null);
      }
      EmbeddedPostgres server = start(dataDir, folder, password);
      return new EmbeddedDatabase(folder, password, server.getPort(), lock, server);
    } catch (IOException | SQLException | IllegalStateException e) {
      lock.close();
      throw new StartupProblem("Database " + folder + " cannot be started: " + reason(e));
    }
  }

  /** Its owner may still be starting it. */
  private static EmbeddedDatabase guest(Path dataDir) {
    Path folder = folder(dataDir);
    try {
      String password = password(dataDir);
      long end = System.nanoTime() + STARTUP.toNanos();
      while (System.nanoTime() < end) {
        Optional<Postmaster> server = Postmaster.running(folder);
        if (server.isPresent() && accepts(server.get().port(), password)) {
          return new EmbeddedDatabase(folder, password, server.get().port(), null, null);
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (IOException e) {
      throw new StartupProblem("Database " + folder + ": " + reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StartupProblem(
        "Database " + folder + " is owned by another process that has not started it");
  }

  private static EmbeddedPostgres start(Path dataDir, Path folder, String password)
      throws IOException, SQLException {
    boolean fresh = !Files.exists(folder.resolve("postgresql.conf"));
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(dataDir.resolve("postgres-server").toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(STARTUP)
            .setConnectConfig("password", password)
            // it is started with -F for tests; this is no test
            .setServerConfig("fsync", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("password_encryption", "scram-sha-256")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("log_timezone", "UTC")
            .setServerConfig("max_connections", "60")
            .setServerConfig("shared_buffers", "64MB")
            .setLocaleConfig("locale", "C")
            .start();
    if (fresh || !ClientAccess.demandsPassword(folder)) {
      protect(server, folder, password);
    }
    return server;
  }

  /** A fresh server trusts everyone on this machine: from here on it asks for the password. */
  private static void protect(EmbeddedPostgres server, Path folder, String password)
      throws IOException, SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter user " + USER + " password '" + password + "'"); // hex: no quoting
      ClientAccess.demandPassword(folder);
      statement.execute("select pg_reload_conf()");
    }
  }

  /** Stops the server, if this process owns it. */
  @Override
  public void close() {
    if (lock == null) {
      return;
    }
    try {
      if (started != null) {
        started.close();
      } else {
        Postmaster.running(folder).ifPresent(this::stopOrphan);
      }
    } catch (IOException e) {
      LOG.error("Database {} may still be running: {}", folder, e.getMessage());
    } finally {
      lock.close();
    }
  }

  /** SIGTERM waits for guests; whoever is left is cut off. */
  private void stopOrphan(Postmaster server) {
    try (Connection connection = connect(port, password);
        Statement statement = connection.createStatement()) {
      server.process().destroy();
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
    } catch (SQLException e) {
      LOG.debug("While stopping the database: {}", e.getMessage());
    }
    server.process().destroy();
    try {
      server.process().onExit().get(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.error("Database {} does not stop", folder);
    }
  }

  private static boolean accepts(int port, String password) {
    try (Connection connection = connect(port, password)) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static Connection connect(int port, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, properties);
  }

  private static Path folder(Path dataDir) {
    return dataDir.resolve("postgres");
  }

  private static String password(Path dataDir) throws IOException {
    Path file = dataDir.resolve("secrets").resolve("database-password");
    if (!Files.exists(file)) {
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      SecretFile.write(file, HexFormat.of().formatHex(bytes));
    }
    String password = Files.readString(file, StandardCharsets.UTF_8).strip();
    if (!password.matches("[0-9a-zA-Z]{16,}")) {
      throw new IOException(file + " must hold at least 16 letters and digits");
    }
    return password;
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
