package io.zaigang.dashboard.presence;

import io.zaigang.dashboard.web.HallTimes;
import io.zaigang.domain.presence.Presence;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who is on post at a window.
 *
 * @param since when it became so
 * @param at media time of the newest picture this rests on
 * @param seen people seen on post
 * @param cause why nothing can be seen, where the job says so
 */
record PresenceView(
    String windowId,
    Presence presence,
    OffsetDateTime since,
    OffsetDateTime at,
    int seen,
    @Nullable String cause) {

  static PresenceView of(WindowPresence presence, HallTimes times) {
    return new PresenceView(
        presence.windowId(),
        presence.presence(),
        times.at(presence.since()),
        times.at(presence.at()),
        presence.seen(),
        presence.cause());
  }
}
