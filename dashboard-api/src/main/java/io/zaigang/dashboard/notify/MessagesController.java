package io.zaigang.dashboard.notify;

import io.zaigang.dashboard.web.HallTimes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sent, what waits, and what could not be sent. */
@RestController
class MessagesController {

  private final OutboxStore outbox;
  private final ChannelStore channels;
  private final HallTimes times;

  MessagesController(OutboxStore outbox, ChannelStore channels, HallTimes times) {
    this.outbox = outbox;
    this.channels = channels;
    this.times = times;
  }

  /**
   * One message over one channel.
   *
   * @param together how many went out in one sending with it; null until then
   * @param problem why the last attempt failed; null where none did
   */
  record MessageView(
      long id,
      String channel,
      Topic topic,
      String incidentId,
      String text,
      MessageState state,
      OffsetDateTime createdAt,
      OffsetDateTime dueAt,
      int attempts,
      @Nullable OffsetDateTime sentAt,
      @Nullable Integer together,
      @Nullable String problem) {}

  /**
   * A page, newest first.
   *
   * @param next to be passed as {@code before} for the page after this; null on the last
   */
  record MessagePage(List<MessageView> items, @Nullable Long next) {}

  /** Messages, newest first. */
  @GetMapping("/api/notify/messages")
  MessagePage messages(
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable Long before) {
    Map<UUID, String> names =
        channels.all().stream().collect(Collectors.toMap(Channel::id, Channel::name));
    List<OutboxMessage> found = outbox.newest(before == null ? Long.MAX_VALUE : before, limit + 1);
    List<OutboxMessage> page = found.size() > limit ? found.subList(0, limit) : found;
    Long next = found.size() > limit ? page.get(limit - 1).id() : null;
    return new MessagePage(page.stream().map(one -> view(one, names)).toList(), next);
  }

  private MessageView view(OutboxMessage message, Map<UUID, String> names) {
    return new MessageView(
        message.id(),
        names.getOrDefault(message.channelId(), ""),
        message.topic(),
        message.incidentId(),
        message.text(),
        message.state(),
        times.at(message.createdAt()),
        times.at(message.dueAt()),
        message.attempts(),
        times.atOrNull(message.sentAt()),
        message.together(),
        message.problem());
  }
}
