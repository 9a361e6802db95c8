package io.zaigang.dashboard.series;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries what waits in PostgreSQL to InfluxDB, batch after batch, and is quiet about an InfluxDB
 * that stays away: one line when it goes, one when it is back.
 */
public final class Forwarding {

  private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

  private final String what;
  private final TransactionTemplate transactions;
  private final IntSupplier batch;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param what plural, for the log
   * @param batch carries some and says how many; 0 when nothing waits. Each in a transaction of its
   *     own, undone when InfluxDB does not take it
   */
  public Forwarding(String what, TransactionTemplate transactions, IntSupplier batch) {
    this.what = what;
    this.transactions = transactions;
    this.batch = batch;
  }

  /** Carries all that waits, or as much as InfluxDB takes. */
  public void run() {
    try {
      int carried = 0;
      int now;
      while ((now = carryOn()) > 0) {
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

  private int carryOn() {
    Integer carried = transactions.execute(status -> batch.getAsInt());
    return carried == null ? 0 : carried;
  }
}
