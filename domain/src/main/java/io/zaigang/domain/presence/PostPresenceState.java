package io.zaigang.domain.presence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PostPresence} remembers about one post.
 *
 * @param views the last usable look of each camera, by camera id
 * @param lastLook when any camera last gave a usable look; null before the first
 * @param coveredUntil up to when the looks so far speak for; null before the first
 * @param sight what the cameras together said at {@code lastLook}
 * @param lastSeen when any camera last saw someone since the post was last blind; null: not yet
 * @param lastFound when a detector of any camera last found someone since then; null: not yet
 * @param leaning what the looks lean to, {@link Presence#STAFFED} or {@link Presence#EMPTY}; {@link
 *     Presence#UNKNOWN} before they lean to anything
 * @param leaningSince since when, dated back; null exactly while leaning is UNKNOWN
 * @param settled what holds until the leaning has lasted long enough
 */
public record PostPresenceState(
    List<CameraView> views,
    @Nullable Instant lastLook,
    @Nullable Instant coveredUntil,
    Sight sight,
    @Nullable Instant lastSeen,
    @Nullable Instant lastFound,
    Presence leaning,
    @Nullable Instant leaningSince,
    Presence settled) {

  /** Nothing seen yet. */
  public static final PostPresenceState INITIAL =
      new PostPresenceState(
          List.of(),
          null,
          null,
          Sight.UNSURE,
          null,
          null,
          Presence.UNKNOWN,
          null,
          Presence.UNKNOWN);

  public PostPresenceState {
    views = List.copyOf(views);
  }

  PostPresenceState withLook(
      List<CameraView> newViews, Instant at, Instant newCoveredUntil, Sight newSight) {
    return new PostPresenceState(
        newViews,
        at,
        newCoveredUntil,
        newSight,
        lastSeen,
        lastFound,
        leaning,
        leaningSince,
        settled);
  }

  PostPresenceState withLastSeen(Instant seen, @Nullable Instant found) {
    return new PostPresenceState(
        views, lastLook, coveredUntil, sight, seen, found, leaning, leaningSince, settled);
  }

  PostPresenceState leaningTo(Presence presence, Instant since) {
    return new PostPresenceState(
        views, lastLook, coveredUntil, sight, lastSeen, lastFound, presence, since, settled);
  }

  PostPresenceState settledAs(Presence presence) {
    return new PostPresenceState(
        views, lastLook, coveredUntil, sight, lastSeen, lastFound, leaning, leaningSince, presence);
  }

  /** Nothing is known any more; only that there were looks, and up to when. */
  PostPresenceState blind() {
    return new PostPresenceState(
        List.of(),
        lastLook,
        coveredUntil,
        Sight.UNSURE,
        null,
        null,
        Presence.UNKNOWN,
        null,
        Presence.UNKNOWN);
  }

  boolean undecided() {
    return leaning != Presence.UNKNOWN && leaning != settled;
  }
}
