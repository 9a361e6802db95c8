package io.zaigang.dashboard.series;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what waits in PostgreSQL to InfluxDB, batch after batch, and is quiet about an InfluxDB
 * that stays away: one line when it goes, one when it is back.
 */
public final class Forwarding {

  private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

  private final String what;
  private final IntSupplier batch;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param what plural, for the log
   * @param batch carries some and says how many; 0 when nothing waits
   */
  public Forwarding(String what, IntSupplier batch) {
    this.what = what;
    this.batch = batch;
  }

  /** Carries all that waits, or as much as InfluxDB takes. */
  public void run() {
    try {
      int carried = 0;
      int now;
      while ((now = batch.getAsInt()) > 0) {
        carried += now;
      }
      if (away.getAndSet(false)) {
        LOG.info("InfluxDB is back: {} {} carried over", carried, what);
      }
    } catch (SeriesUnavailable e) {
      if (!away.getAndSet(true)) {
        LOG.warn("{}; {} wait in PostgreSQL until it is back", e.getMessage(), what);
      }
    }
  }
}
