package io.zaigang.domain.phone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The looks at one tracked person.
 *
 * @param cameraId whose track it is
 * @param watchedSince first look since the person was lost last
 * @param looks those of the last span, in time order, at least one
 * @param use prolonged use that goes on; null: none
 */
public record PhoneTrack(
    String cameraId,
    int trackId,
    Instant watchedSince,
    List<TimedLook> looks,
    @Nullable PhoneUse use) {

  /** A look and when it was taken. */
  public record TimedLook(Instant at, String postId, double probability) {}

  public PhoneTrack {
    looks = List.copyOf(looks);
  }

  Instant lastLookAt() {
    return looks.get(looks.size() - 1).at();
  }
}
