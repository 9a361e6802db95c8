package io.zaigang.dashboard.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends what is due over one channel: one by one while it is little, as one digest when several
 * wait. What does not arrive is tried again, ever more slowly, for six hours; after that it helps
 * nobody.
 *
 * <p>At least once: should the dashboard die between the other side's answer and our commit, the
 * same {@link Letter#id} goes out again.
 */
@Component
class OutboxSending {

  private static final int DIGEST_FROM = 3;
  private static final int MOST_TOGETHER = 200;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration GIVEN_UP_AFTER = Duration.ofHours(6);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final ChannelStore channels;
  private final OutboxStore outbox;
  private final Map<ChannelKind, Sender> senders;
  private final PageLinks links;
  private final Clock clock;

  OutboxSending(
      ChannelStore channels,
      OutboxStore outbox,
      List<Sender> senders,
      PageLinks links,
      Clock clock) {
    this.links = links;
    this.channels = channels;
    this.outbox = outbox;
    this.senders = senders.stream().collect(Collectors.toMap(Sender::kind, Function.identity()));
    this.clock = clock;
  }

  /** The channel's row stays locked meanwhile: of several copies one sends. */
  @Transactional
  public void sendDue(UUID channelId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    channels.takeForSending(channelId, now).ifPresent(channel -> sendDue(channel, now));
  }

  private void sendDue(Channel channel, Instant now) {
    List<OutboxMessage> due = outbox.due(channel.id(), now, MOST_TOGETHER);
    int left =
        channel.kind().mostPerMinute() - outbox.sendingsSince(channel.id(), now.minus(MINUTE));
    if (due.isEmpty() || left <= 0) {
      return; // later, and then together
    }
    if (due.size() >= DIGEST_FROM || due.size() > left) {
      send(channel, due);
      return;
    }
    for (OutboxMessage message : due) {
      if (!send(channel, List.of(message))) {
        return;
      }
    }
  }

  private boolean send(Channel channel, List<OutboxMessage> messages) {
    try {
      sender(channel).send(channel, Letter.of(messages, links));
      outbox.sent(messages, clock.instant());
      return true;
    } catch (SendFailed failure) {
      Instant now = clock.instant();
      Duration wait = waitAfter(messages.get(0).attempts());
      if (failure.pause() != null) {
        wait = failure.pause();
        channels.pause(channel.id(), now.plus(wait));
      }
      String problem = String.valueOf(failure.getMessage());
      outbox.failed(messages, problem, now.plus(wait), now.minus(GIVEN_UP_AFTER));
      return false;
    }
  }

  /**
   * Sends a test message now.
   *
   * @throws SendFailed where it did not arrive
   */
  void test(Channel channel) throws SendFailed {
    sender(channel).send(channel, Letter.test(channel.name()));
  }

  static Duration waitAfter(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private Sender sender(Channel channel) {
    Sender sender = senders.get(channel.kind());
    if (sender == null) {
      throw new IllegalStateException("Nothing sends over " + channel.kind());
    }
    return sender;
  }
}
