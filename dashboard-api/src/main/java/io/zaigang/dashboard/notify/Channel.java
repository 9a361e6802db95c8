package io.zaigang.dashboard.notify;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One way out of the page.
 *
 * @param address {@code https://…} of a robot or webhook, {@code smtp://}, {@code smtps://} or
 *     {@code smtp+starttls://host:port} of a mail server; without any secret
 * @param recipients e-mail addresses; empty for the other kinds
 * @param cooldown the same place and topic is not told again for this long
 */
record Channel(
    UUID id,
    String name,
    ChannelKind kind,
    boolean enabled,
    URI address,
    List<String> recipients,
    Set<Topic> topics,
    Duration cooldown,
    ChannelSecrets secrets) {

  Channel {
    recipients = List.copyOf(recipients);
    topics = Set.copyOf(topics);
  }
}
