package io.zaigang.domain.phone;

import java.time.Instant;
import java.util.List;

/**
 * What {@link PhoneUseRule} remembers about one service window.
 *
 * @param tracks people looked at lately, in the order they were first seen
 * @param speakers which camera speaks for each post
 * @param minutes time in use of minutes that nobody has collected yet, in order
 */
public record PhoneUseState(
    List<PhoneTrack> tracks, List<Speaker> speakers, List<MinuteOfUse> minutes) {

  /** No look taken yet. */
  public static final PhoneUseState INITIAL = new PhoneUseState(List.of(), List.of(), List.of());

  /** The camera whose looks at a post count, and when it last gave one. */
  public record Speaker(String postId, String cameraId, Instant at) {}

  /** Person-milliseconds of phone use in one minute. */
  public record MinuteOfUse(Instant minute, long millis) {}

  public PhoneUseState {
    tracks = List.copyOf(tracks);
    speakers = List.copyOf(speakers);
    minutes = List.copyOf(minutes);
  }

  /** Person-milliseconds of phone use in the minute that begins so. */
  public long millisIn(Instant minute) {
    return minutes.stream()
        .filter(m -> m.minute().equals(minute))
        .mapToLong(MinuteOfUse::millis)
        .sum();
  }

  /** Without the minutes before this one: they have been collected. */
  public PhoneUseState withoutMinutesBefore(Instant minute) {
    return minutes.isEmpty() || !minutes.get(0).minute().isBefore(minute)
        ? this
        : new PhoneUseState(
            tracks, speakers, minutes.stream().filter(m -> !m.minute().isBefore(minute)).toList());
  }
}
