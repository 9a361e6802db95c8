package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.web.BadRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A piece of time that someone wants to see, {@code [from, to)}. */
public record Span(Instant from, Instant to) {

  public Span {
    if (!from.isBefore(to)) {
      throw new BadRequest("'to' must be after 'from'");
    }
  }

  public static Span of(OffsetDateTime from, OffsetDateTime to, Duration longest) {
    Span span = new Span(from.toInstant(), to.toInstant());
    if (span.duration().compareTo(longest) > 0) {
      throw new BadRequest("The span is " + span.duration() + "; at most " + longest + " at once");
    }
    return span;
  }

  public Duration duration() {
    return Duration.between(from, to);
  }

  /** The part of this that lies in another span that it overlaps. */
  Span cutTo(Span other) {
    return new Span(
        from.isBefore(other.from) ? other.from : from, to.isAfter(other.to) ? other.to : to);
  }

  boolean covers(Span other) {
    return !from.isAfter(other.from) && !to.isBefore(other.to);
  }
}
