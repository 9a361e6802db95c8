package io.zaigang.dashboard.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears of changes that any copy of the dashboard commits, by PostgreSQL's notifications. Where
 * they fail the stream still looks once a second by itself.
 */
@Component
class ChangeListener implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);

  private static final int WAIT_MILLIS = 1000;

  private final DataSource database;
  private final LiveStream stream;
  private volatile CountDownLatch stopped = new CountDownLatch(1);
  private Thread thread = new Thread(this::run, "change-listener");

  ChangeListener(DataSource database, LiveStream stream) {
    this.database = database;
    this.stream = stream;
  }

  @Override
  public synchronized void start() {
    stopped = new CountDownLatch(1);
    thread = new Thread(this::run, "change-listener");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void stop() {
    stopped.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    CountDownLatch end = stopped;
    try {
      while (end.getCount() > 0) {
        try (Connection connection = database.getConnection()) {
          listen(connection, end);
        } catch (SQLException e) {
          LOG.debug("No notifications for now: {}", e.getMessage());
          end.await(1, TimeUnit.SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Connection connection, CountDownLatch end) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + ChangeNumbers.CHANNEL);
    }
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try {
      while (end.getCount() > 0) {
        PGNotification[] heard = postgres.getNotifications(WAIT_MILLIS);
        if (heard != null && heard.length > 0) {
          stream.wake();
        }
      }
    } finally {
      // the connection goes back to the pool
      try (Statement statement = connection.createStatement()) {
        statement.execute("unlisten *");
      }
    }
  }
}
