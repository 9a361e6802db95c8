package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.FootageHold;
import io.zaigang.ingest.footage.FootageHolds;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Holds that keep fetched footage on this disk for a while. A hold knows no end; these carry it in
 * their id, and are released by the next run of the archive after it.
 */
final class FetchHold {

  private static final String PREFIX = "archive-fetch ";

  private FetchHold() {}

  /** Places one on a camera's span. */
  static void place(FootageHolds holds, FetchSpan span, Instant until) throws IOException {
    // The span is part of the id: two fetches of a camera that end alike must not be one hold.
    Instant end = until.truncatedTo(ChronoUnit.SECONDS);
    String id = PREFIX + end + " " + span.from() + " " + span.to();
    holds.hold(
        id, span.cameraId(), span.from(), span.to(), "fetched from the archive until " + end);
  }

  /** Releases those whose time is up. */
  static void releaseExpired(FootageHolds holds, Instant now) throws IOException {
    for (FootageHold hold : holds.list()) {
      if (until(hold).filter(end -> !end.isAfter(now)).isPresent()) {
        holds.release(hold.id());
      }
    }
  }

  private static Optional<Instant> until(FootageHold hold) {
    if (!hold.id().startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(hold.id().substring(PREFIX.length()).split(" ", 2)[0]));
    } catch (DateTimeParseException somebodyElses) {
      return Optional.empty();
    }
  }
}
