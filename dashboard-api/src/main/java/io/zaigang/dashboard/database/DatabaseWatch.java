package io.zaigang.dashboard.database;

import io.zaigang.dashboard.database.DatabaseConfiguration.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the dashboard when the embedded server that it owns has died: nothing else would start the
 * server again, and whoever watches the dashboard starts both. An operator's own server is not
 * ours; the pool connects again when it is back.
 */
@Component
class DatabaseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  /** Its pid file may just be written anew. */
  private static final int MISSES_THAT_COUNT = 2;

  private final DatabaseAddress address;
  private final Runnable end;
  private int misses;

  @Autowired
  DatabaseWatch(DatabaseAddress address) {
    // in a thread of its own: an orderly stop waits for this task
    this(address, () -> new Thread(() -> System.exit(1), "database-lost").start());
  }

  DatabaseWatch(DatabaseAddress address, Runnable end) {
    this.address = address;
    this.end = end;
  }

  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
  void look() {
    EmbeddedDatabase owned = address.owned();
    if (owned == null || owned.isRunning()) {
      misses = 0;
    } else if (++misses == MISSES_THAT_COUNT) {
      LOG.error("The database server is gone; ending, to be started again together with it");
      end.run();
    }
  }
}
