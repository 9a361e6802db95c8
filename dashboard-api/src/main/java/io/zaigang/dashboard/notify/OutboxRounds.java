package io.zaigang.dashboard.notify;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Fills and empties the outbox, again and again. */
@Component
class OutboxRounds {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRounds.class);

  private static final Duration KEPT = Duration.ofDays(190);

  private final OutboxFilling filling;
  private final OutboxSending sending;
  private final OutboxStore outbox;
  private final Clock clock;
  private boolean troubled;

  OutboxRounds(OutboxFilling filling, OutboxSending sending, OutboxStore outbox, Clock clock) {
    this.filling = filling;
    this.sending = sending;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${zaigang.notify.every:PT2S}")
  void run() {
    try {
      filling.fill();
      outbox.channelsDue(clock.instant()).forEach(sending::sendDue);
      troubled = false;
    } catch (DataAccessException | TransactionException e) {
      if (!troubled) {
        troubled = true;
        LOG.warn("Notifications cannot reach the database; they keep trying: {}", e.getMessage());
      }
    }
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT24H")
  void forget() {
    outbox.forget(clock.instant(), KEPT);
  }
}
