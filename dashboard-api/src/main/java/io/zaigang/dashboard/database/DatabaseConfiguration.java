package io.zaigang.dashboard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the operator's PostgreSQL where one is set, else to the embedded one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final int CONNECTIONS = 16;

  @Bean(destroyMethod = "close")
  DatabaseAddress databaseAddress(ZaigangSettings settings) {
    ZaigangSettings.Database external = settings.database();
    return external.url() == null
        ? DatabaseAddress.embedded(EmbeddedDatabase.own(settings.dataDir()))
        : new DatabaseAddress(external.url(), external.username(), external.password(), null);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(DatabaseAddress address) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("dashboard");
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.username());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(10_000);
    pool.addDataSourceProperty("ApplicationName", "zaigang-dashboard");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(pool);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * Where the database is.
   *
   * @param owned the embedded server, stopped after everything that uses it
   */
  record DatabaseAddress(
      String url,
      @Nullable String username,
      @Nullable String password,
      @Nullable EmbeddedDatabase owned)
      implements AutoCloseable {

    static DatabaseAddress embedded(EmbeddedDatabase database) {
      return new DatabaseAddress(
          database.url(), database.username(), database.password(), database);
    }

    @Override
    public void close() {
      if (owned != null) {
        owned.close();
      }
    }

    /** Never the password. */
    @Override
    public String toString() {
      return url;
    }
  }
}
