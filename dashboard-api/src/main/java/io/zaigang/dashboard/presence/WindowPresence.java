package io.zaigang.dashboard.presence;

import io.zaigang.domain.presence.Presence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is on post at a window, as last heard.
 *
 * @param at media time of the newest picture this rests on
 * @param presence what is known
 * @param seen people seen on post
 * @param since when it became so
 * @param cause why nothing can be seen, where the job says so
 */
record WindowPresence(
    String windowId,
    Instant at,
    Presence presence,
    int seen,
    Instant since,
    @Nullable String cause) {}
