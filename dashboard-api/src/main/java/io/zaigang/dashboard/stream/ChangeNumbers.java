package io.zaigang.dashboard.stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers for changes that desks are told about.
 *
 * <p>Numbers are committed in their order, without holes: the counter's row stays locked from
 * {@link #begin} until the transaction ends. A sequence would not do: a transaction that took 7 may
 * commit after one that took 8, and a reader that has gone past 8 would never see 7.
 */
@Component
public class ChangeNumbers {

  /** The PostgreSQL channel that says that something has changed. */
  static final String CHANNEL = "zaigang_change";

  private final JdbcClient jdbc;

  ChangeNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes this transaction the only one that numbers changes. To be called before the transaction
   * locks anything else, so that two of them cannot wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin() {
    jdbc.sql("select last_number from change_counter for update").query(Long.class).single();
  }

  /** The next number; desks are told once the transaction has committed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long next() {
    jdbc.sql("select pg_notify(:channel, '')")
        .param("channel", CHANNEL)
        .query((row, index) -> 0)
        .single();
    return jdbc.sql("update change_counter set last_number = last_number + 1 returning last_number")
        .query(Long.class)
        .single();
  }

  /** The newest number that is committed: every change up to it can be read. */
  public long last() {
    return jdbc.sql("select last_number from change_counter").query(Long.class).single();
  }
}
