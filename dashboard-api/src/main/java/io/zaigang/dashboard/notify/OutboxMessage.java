package io.zaigang.dashboard.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell over one channel.
 *
 * @param text one line
 * @param dueAt not to be sent before
 * @param together how many went out in one sending with it; null until then
 * @param problem why the last attempt failed; null where none did
 */
record OutboxMessage(
    long id,
    UUID channelId,
    Topic topic,
    String incidentId,
    String text,
    MessageState state,
    Instant createdAt,
    Instant dueAt,
    int attempts,
    @Nullable Instant sentAt,
    @Nullable Integer together,
    @Nullable String problem) {}
