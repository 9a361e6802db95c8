package io.zaigang.domain.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * What someone who watched the footage says of a post.
 *
 * @param from its begin
 * @param to its end, not included
 * @param presence {@link Presence#STAFFED} or {@link Presence#EMPTY}; {@link Presence#UNKNOWN}
 *     where the viewer was not sure, and nothing is judged
 */
public record LabelledSpan(Instant from, Instant to, Presence presence) {

  public LabelledSpan {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A labelled span ends after it begins: " + from);
    }
    if (presence == Presence.EXEMPT) {
      throw new IllegalArgumentException("A viewer sees people, not working time");
    }
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  Duration length() {
    return Duration.between(from, to);
  }
}
