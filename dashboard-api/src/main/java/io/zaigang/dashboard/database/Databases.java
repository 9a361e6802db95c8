package io.zaigang.dashboard.database;

import io.zaigang.dashboard.settings.StartupProblem;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the database of an installation for a command, brought up to date first. */
public final class Databases {

  private Databases() {}

  /**
   * Does something with the database and closes it again. The external one is used where {@code
   * ZAIGANG_DATABASE_URL} (with {@code _USERNAME}, {@code _PASSWORD}) is set, as for the dashboard;
   * else the embedded one, whether or not the dashboard is running on it.
   *
   * @throws StartupProblem when it cannot be reached
   */
  public static <T> T with(
      Path dataDir, Map<String, String> environment, Function<DataSource, T> work) {
    return unmigrated(dataDir, environment, database -> work.apply(migrated(database)));
  }

  /** As {@link #with}, but the tables are left as they are, be there any or none. */
  public static <T> T unmigrated(
      Path dataDir, Map<String, String> environment, Function<DataSource, T> work) {
    String url = environment.getOrDefault("ZAIGANG_DATABASE_URL", "");
    if (!url.isBlank()) {
      return work.apply(
          source(
              url,
              environment.getOrDefault("ZAIGANG_DATABASE_USERNAME", ""),
              environment.getOrDefault("ZAIGANG_DATABASE_PASSWORD", "")));
    }
    try (EmbeddedDatabase embedded = EmbeddedDatabase.ownOrJoin(dataDir)) {
      return work.apply(source(embedded.url(), embedded.username(), embedded.password()));
    }
  }

  private static DataSource source(String url, String username, String password) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(url);
    if (!username.isEmpty()) {
      database.setUser(username);
      database.setPassword(password);
    }
    return database;
  }

  private static DataSource migrated(DataSource database) {
    try {
      Flyway.configure().dataSource(database).load().migrate();
    } catch (FlywayException e) {
      throw new StartupProblem(
          "The database cannot be used: " + firstLine(String.valueOf(e.getMessage())));
    }
    return database;
  }

  private static String firstLine(String message) {
    return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason given");
  }
}
