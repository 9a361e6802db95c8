package io.zaigang.domain.occupancy;

import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.StaffedSpan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up settled spans of one service window into minutes. Every millisecond of a minute falls to
 * exactly one of staffed, empty, blind and exempt, so that they add up to 60 seconds.
 */
public final class MinuteAccumulator {

  private static final long MINUTE_MILLIS = 60_000;

  private final String windowId;

  public MinuteAccumulator(String windowId) {
    this.windowId = windowId;
  }

  /**
   * Adds a span.
   *
   * @param span begins where the one before ended; the first one at the tally's minute
   */
  public MinuteStep add(MinuteTally tally, StaffedSpan span) {
    List<OccupancyMinute> minutes = new ArrayList<>();
    MinuteTally current = tally;
    Instant from = span.from();
    while (from.isBefore(span.to())) {
      Instant end = current.minute().plusMillis(MINUTE_MILLIS);
      Instant to = end.isBefore(span.to()) ? end : span.to();
      current = plus(current, span, from.until(to, ChronoUnit.MILLIS));
      if (to.equals(end)) {
        minutes.add(minuteOf(current));
        current = MinuteTally.startingAt(end);
      }
      from = to;
    }
    return new MinuteStep(current, minutes);
  }

  private static MinuteTally plus(MinuteTally tally, StaffedSpan span, long millis) {
    Presence presence = span.presence();
    boolean seen = presence == Presence.STAFFED || presence == Presence.EMPTY;
    return new MinuteTally(
        tally.minute(),
        tally.staffedMillis() + (presence == Presence.STAFFED ? millis : 0),
        tally.emptyMillis() + (presence == Presence.EMPTY ? millis : 0),
        tally.blindMillis() + (presence == Presence.UNKNOWN ? millis : 0),
        tally.exemptMillis() + (presence == Presence.EXEMPT ? millis : 0),
        tally.personMillis() + (seen ? millis * span.seen() : 0));
  }

  private OccupancyMinute minuteOf(MinuteTally tally) {
    if (tally.totalMillis() != MINUTE_MILLIS) {
      throw new IllegalStateException(
          "Minute %s of window '%s' has %d ms instead of 60000: a span was left out or came twice"
              .formatted(tally.minute(), windowId, tally.totalMillis()));
    }
    long seenMillis = tally.staffedMillis() + tally.emptyMillis();
    return new OccupancyMinute(
        windowId,
        tally.minute(),
        tally.staffedMillis() / 1000.0,
        tally.emptyMillis() / 1000.0,
        tally.blindMillis() / 1000.0,
        tally.exemptMillis() / 1000.0,
        seenMillis == 0 ? 0 : (double) tally.personMillis() / seenMillis,
        0);
  }
}
