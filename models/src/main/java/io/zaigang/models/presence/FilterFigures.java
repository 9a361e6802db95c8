package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilterState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The state of a zone's filter as figures by name; instants to the millisecond, exact. */
final class FilterFigures {

  private static final String PRESENCE = "/presence";
  private static final String AT = "/at";
  private static final String WATCHED_SINCE = "/watchedSince";
  private static final String MOTION_AT = "/motionAt";
  private static final String MOVED_AT = "/movedAt";
  private static final String OBJECT_SCORE = "/objectScore";

  private FilterFigures() {}

  static void write(PresenceFilterState state, String zone, Map<String, Double> figures) {
    BiConsumer<String, @Nullable Instant> instant =
        (name, at) -> {
          if (at != null) {
            figures.put(zone + name, (double) at.toEpochMilli());
          }
        };
    figures.put(zone + PRESENCE, state.presence());
    figures.put(zone + OBJECT_SCORE, state.objectScore());
    instant.accept(AT, state.at());
    instant.accept(WATCHED_SINCE, state.watchedSince());
    instant.accept(MOTION_AT, state.motionAt());
    instant.accept(MOVED_AT, state.movedAt());
  }

  static Optional<PresenceFilterState> read(String zone, Map<String, Double> figures) {
    Double presence = figures.get(zone + PRESENCE);
    if (presence == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PresenceFilterState(
            presence,
            instant(figures.get(zone + AT)),
            instant(figures.get(zone + WATCHED_SINCE)),
            instant(figures.get(zone + MOTION_AT)),
            instant(figures.get(zone + MOVED_AT)),
            figures.getOrDefault(zone + OBJECT_SCORE, 0.0)));
  }

  private static @Nullable Instant instant(@Nullable Double millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis.longValue());
  }
}
