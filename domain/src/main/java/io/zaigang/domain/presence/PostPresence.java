package io.zaigang.domain.presence;

import io.zaigang.domain.site.RuleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether someone is at one post: the looks of all its cameras fused, debounced and dated back.
 *
 * <p><b>Fusing.</b> A camera speaks for itself until it has given no usable look for {@code
 * blindAfter}. Among the cameras that still speak, one that sees someone wins; one that is unsure
 * beats one that sees nobody, since a wrong EMPTY accuses somebody.
 *
 * <p><b>Debouncing.</b> A post becomes EMPTY once nobody was seen for {@code absentAfter}, STAFFED
 * once someone was seen for {@code presentAfter}; the look that completes the time must itself say
 * so. An unsure look keeps what held before.
 *
 * <p><b>Dating.</b> STAFFED begins with the first look that saw someone. EMPTY begins with the last
 * look in which a detector found someone: who leaves stirs the picture for a moment longer, and the
 * probability follows late. But it is not dated back further than 2 s before the last look that saw
 * someone by whatever sign, as detectors may miss for long who sits there. Only if unsure looks of
 * more than {@code absentAfter}, and of more than 3 s, lie between, with the first look that saw
 * nobody: nobody is held absent on doubt alone.
 *
 * <p><b>Blindness.</b> If no camera gives a usable look for longer than {@code blindAfter}, the
 * post is UNKNOWN from the end of the last look's sampling interval until the next look, and what
 * was undecided before is forgotten. A shorter gap is bridged.
 *
 * <p>As changes are dated back, what holds now is certain only up to {@link #settledUntil}.
 */
public final class PostPresence {

  /** So long movement alone may outlast whoever caused it. */
  private static final Duration TRACES_AT_MOST = Duration.ofSeconds(2);

  /** So long the filter may take to be sure that someone left; it is no doubt of its own. */
  private static final Duration SURE_WITHIN = Duration.ofSeconds(3);

  private final Duration absentAfter;
  private final Duration shortDoubt;
  private final Duration presentAfter;
  private final Duration blindAfter;
  private final PresenceThresholds thresholds;

  public PostPresence(RuleSettings rules, PresenceThresholds thresholds) {
    this.absentAfter = rules.vacancy().absentAfter();
    this.shortDoubt = absentAfter.compareTo(SURE_WITHIN) > 0 ? absentAfter : SURE_WITHIN;
    this.presentAfter = rules.vacancy().presentAfter();
    this.blindAfter = rules.blindAfter();
    this.thresholds = thresholds;
  }

  /**
   * Takes the usable looks of one instant, one at most per camera.
   *
   * @param at later than that of the step before
   * @param readings in any order; none changes nothing
   */
  public PostPresenceStep observe(
      PostPresenceState state, Instant at, List<CameraReading> readings) {
    if (readings.isEmpty()) {
      return new PostPresenceStep(state, List.of());
    }
    List<PresenceChange> changes = new ArrayList<>(2);
    PostPresenceState next = state;
    Instant goneBlind = blindSince(state, at);
    if (goneBlind != null && goneBlind.isBefore(at)) {
      next = goBlind(state, goneBlind, changes);
    }
    boolean sawSomeoneBefore = next.sight().someone();
    next = look(next, at, readings);
    next = lean(next, at, sawSomeoneBefore);
    next = settle(next, at, changes);
    return new PostPresenceStep(next, changes);
  }

  /** Notices blindness: nothing up to and including {@code watermark} is still to come. */
  public PostPresenceStep advance(PostPresenceState state, Instant watermark) {
    Instant goneBlind = blindSince(state, watermark.plusNanos(1));
    if (goneBlind == null || goneBlind.isAfter(watermark)) {
      return new PostPresenceStep(state, List.of());
    }
    List<PresenceChange> changes = new ArrayList<>(1);
    PostPresenceState next = goBlind(state, goneBlind, changes);
    return new PostPresenceStep(next, changes);
  }

  /**
   * The footage ends here: what is undecided stays as it was settled, and past the last look's
   * sampling interval nothing is known.
   */
  public PostPresenceStep finish(PostPresenceState state, Instant end) {
    List<PresenceChange> changes = new ArrayList<>(1);
    Instant covered = state.coveredUntil();
    PostPresenceState next = state;
    if (covered != null && covered.isBefore(end)) {
      next = goBlind(state, covered, changes);
    }
    return new PostPresenceStep(next, changes);
  }

  /** Up to when no later look can change anything, given all looks up to {@code watermark}. */
  public Instant settledUntil(PostPresenceState state, Instant watermark) {
    if (state.undecided() && state.leaningSince() != null) {
      return earlier(state.leaningSince(), watermark);
    }
    Instant covered = state.coveredUntil();
    if (state.settled() == Presence.UNKNOWN || covered == null) {
      return watermark;
    }
    Instant lastSeen = state.lastSeen();
    if (state.settled() == Presence.STAFFED && lastSeen != null) {
      boolean mayDateBack =
          state.sight().someone() || watermark.isBefore(lastSeen.plus(shortDoubt));
      if (mayDateBack) {
        return earlier(lastFound(state, lastSeen), watermark);
      }
    }
    return earlier(covered, watermark);
  }

  /** When the post goes blind if no further look comes; empty when it is blind already. */
  public Optional<Instant> goesBlindAt(PostPresenceState state) {
    return hasNothingToForget(state) || state.lastLook() == null || state.coveredUntil() == null
        ? Optional.empty()
        : Optional.of(later(state.lastLook().plus(blindAfter), state.coveredUntil()));
  }

  /** Since when the post is blind, if the next look comes at {@code next}; null if it is not. */
  private @Nullable Instant blindSince(PostPresenceState state, Instant next) {
    Instant lastLook = state.lastLook();
    if (lastLook == null || hasNothingToForget(state)) {
      return null;
    }
    return next.isAfter(lastLook.plus(blindAfter)) ? state.coveredUntil() : null;
  }

  private static boolean hasNothingToForget(PostPresenceState state) {
    return state.views().isEmpty();
  }

  private static PostPresenceState goBlind(
      PostPresenceState state, Instant since, List<PresenceChange> changes) {
    if (state.settled() != Presence.UNKNOWN) {
      changes.add(new PresenceChange(since, Presence.UNKNOWN));
    }
    return state.blind();
  }

  private PostPresenceState look(
      PostPresenceState state, Instant at, List<CameraReading> readings) {
    List<CameraView> views = new ArrayList<>(state.views().size() + 1);
    for (CameraView view : state.views()) {
      boolean speaks = !at.isAfter(view.at().plus(blindAfter));
      if (speaks && readings.stream().noneMatch(r -> r.cameraId().equals(view.cameraId()))) {
        views.add(view);
      }
    }
    Instant coveredUntil = state.coveredUntil() == null ? at : state.coveredUntil();
    for (CameraReading reading : readings) {
      views.add(new CameraView(reading.cameraId(), at, thresholds.sightOf(reading)));
      coveredUntil = later(coveredUntil, at.plus(reading.interval()));
    }
    views.sort(Comparator.comparing(CameraView::cameraId));
    return state.withLook(views, at, coveredUntil, fuse(views));
  }

  private static Sight fuse(List<CameraView> views) {
    // the enum's order is the order of precedence
    return views.stream().map(CameraView::sight).min(Comparator.naturalOrder()).orElseThrow();
  }

  private PostPresenceState lean(PostPresenceState state, Instant at, boolean sawSomeoneBefore) {
    if (state.sight().someone()) {
      // a camera that saw someone later may have turned its view since
      Instant seen = latest(state, Sight::someone, state.lastSeen());
      Instant found = latest(state, sight -> sight == Sight.FOUND, state.lastFound());
      Instant before = state.lastSeen();
      if (before != null && !sawSomeoneBefore && at.isAfter(before.plus(shortDoubt))) {
        // so long a doubt has settled what held through it: nothing is dated back beyond its end
        found = at;
      }
      PostPresenceState next = state.withLastSeen(Objects.requireNonNull(seen), found);
      return next.leaning() == Presence.STAFFED ? next : next.leaningTo(Presence.STAFFED, at);
    }
    if (state.sight() == Sight.UNSURE || state.leaning() == Presence.EMPTY) {
      return state;
    }
    Instant lastSeen = state.lastSeen();
    boolean justSeen =
        lastSeen != null && (sawSomeoneBefore || !at.isAfter(lastSeen.plus(shortDoubt)));
    return state.leaningTo(
        Presence.EMPTY, lastSeen != null && justSeen ? lastFound(state, lastSeen) : at);
  }

  private PostPresenceState settle(
      PostPresenceState state, Instant at, List<PresenceChange> changes) {
    Instant since = state.leaningSince();
    if (since == null || !state.undecided()) {
      return state;
    }
    boolean staffed = state.leaning() == Presence.STAFFED;
    boolean saysSo = staffed ? state.sight().someone() : state.sight() == Sight.NOT_SEEN;
    boolean longEnough = !at.isBefore(since.plus(staffed ? presentAfter : absentAfter));
    if (!saysSo || !longEnough) {
      return state;
    }
    changes.add(new PresenceChange(since, state.leaning()));
    return state.settledAs(state.leaning());
  }

  private static @Nullable Instant latest(
      PostPresenceState state, Predicate<Sight> wanted, @Nullable Instant before) {
    return Stream.concat(
            Stream.ofNullable(before),
            state.views().stream().filter(view -> wanted.test(view.sight())).map(CameraView::at))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The last look that found someone; not long before the last that saw someone at all. */
  private static Instant lastFound(PostPresenceState state, Instant lastSeen) {
    Instant found = state.lastFound();
    if (found == null) {
      return lastSeen;
    }
    Instant notBefore = lastSeen.minus(TRACES_AT_MOST);
    if (state.leaning() == Presence.STAFFED && state.leaningSince() != null) {
      notBefore = later(notBefore, state.leaningSince());
    }
    return later(found, notBefore);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
