package io.zaigang.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cues of successive looks at one zone into the probability that someone is there: a
 * two-state hidden Markov filter. It survives looks in which the detectors miss someone who moves,
 * and does not take a chair for a clerk.
 *
 * <p><b>Each look</b> multiplies the odds by the cues' likelihood ratios, bounded, and between
 * looks people come and go at fixed mean rates, scaled to the real time between the two looks. The
 * first look alone decides nothing.
 *
 * <p><b>Still zones.</b> Chairs, coats and posters score like people, for ever; but people move,
 * and nobody comes or goes without moving. So while a zone has been still for {@code stillAfter},
 * scores never speak for anyone who was not there before. Someone who <i>was</i> there is believed
 * to sit still for {@code stillHold}: the plain recipe (a still zone's scores count for nothing,
 * its stillness against) would call a motionless person absent after some 13 s, and that is the
 * error that accuses somebody. What holds this up is bounded: a thing that stays still for longer,
 * or in an empty zone, is learnt as an object of that zone with its score, and is not believed
 * again while it scores no more than that. So a chair that looks like a person delays one EMPTY by
 * {@code stillHold}, once; it is forgotten when the empty zone scores low. The same holds of a
 * thing that every detector takes for a person from the very first look on: it may be someone who
 * sits still, so nobody is called absent, nor present, for {@code stillHold}. Someone motionless
 * for longer than {@code stillHold} is still lost, until the first movement.
 */
public final class PresenceFilter {

  /** The first look alone stays between the thresholds, whatever it shows. */
  private static final double FIRST_LOOK_LOG_RATIO = 0.8;

  /** What stillness as such says: at least this much for nobody, whatever small motion adds. */
  private static final double STILL_LOG_RATIO = -1;

  /** All detectors together, from here on: few things but people look like that. */
  private static final double LIKE_A_PERSON_LOG_RATIO = 2;

  /** How fast an object that scores no more is forgotten. */
  private static final Duration OBJECT_MEMORY = Duration.ofMinutes(10);

  private final PresenceFilterSettings settings;

  public PresenceFilter(PresenceFilterSettings settings) {
    this.settings = settings;
  }

  /** Nothing seen yet. */
  public PresenceFilterState initial() {
    return PresenceFilterState.INITIAL;
  }

  /**
   * The state after one more look.
   *
   * @param at media time of the picture; a look not after the last one changes nothing
   * @param cues observation by cue name, see {@link PresenceFilterSettings}; absent where not
   *     asked, or where it says nothing: motion, when most of the picture moves at once
   */
  public PresenceFilterState update(
      PresenceFilterState state, Instant at, Map<String, Double> cues) {
    if (state.at() != null && !at.isAfter(state.at())) {
      return state;
    }
    boolean first = state.at() == null || at.isAfter(state.at().plus(settings.forgetAfter()));
    PresenceFilterState before = first ? anew(state) : state;
    Evidence evidence = weigh(cues);
    PresenceFilterState watched = watch(before, at, evidence.motion());
    boolean nobodyMoves = isStill(watched, at) || waits(watched, evidence);
    double prior = nobodyMoves ? before.presence() : moved(before, at);
    double logRatio = evidence.isEmpty() ? 0 : judge(watched, at, evidence);
    double limit = first ? FIRST_LOOK_LOG_RATIO : settings.maxLogRatio();
    double presence = bounded(posterior(prior, clip(logRatio, limit)));
    double object = learn(watched, at, evidence, presence);
    return new PresenceFilterState(
        presence, at, watched.watchedSince(), watched.motionAt(), watched.movedAt(), object);
  }

  private static PresenceFilterState anew(PresenceFilterState state) {
    return new PresenceFilterState(
        PresenceFilterState.INITIAL.presence(), null, null, null, null, state.objectScore());
  }

  /**
   * What one look shows.
   *
   * @param detectors joint log ratio of the detectors asked
   * @param score best of their scores; negative when none was asked
   * @param motion share that moved; null: not asked, or it says nothing
   * @param motionLogRatio 0 without motion
   */
  private record Evidence(
      double detectors, double score, @Nullable Double motion, double motionLogRatio) {

    boolean isEmpty() {
      return score < 0 && motion == null;
    }
  }

  private Evidence weigh(Map<String, Double> cues) {
    double detectors = 0;
    double score = -1;
    Double motion = null;
    double motionLogRatio = 0;
    for (Cue cue : settings.cues()) {
      Double value = cues.get(cue.name());
      if (value == null) {
        continue;
      }
      if (cue.kind() == Cue.Kind.MOTION) {
        motion = value;
        motionLogRatio = cue.logRatio(value);
      } else {
        detectors += cue.logRatio(value);
        score = Math.max(score, value);
      }
    }
    return new Evidence(detectors, score, motion, motionLogRatio);
  }

  /** Keeps account of since when motion is measured, and when there last was some. */
  private PresenceFilterState watch(
      PresenceFilterState state, Instant at, @Nullable Double motion) {
    Instant motionAt = state.motionAt();
    boolean lost = motionAt == null || at.isAfter(motionAt.plus(settings.stillAfter()));
    Instant since = lost ? null : state.watchedSince();
    Instant movedAt = lost ? null : state.movedAt();
    if (motion != null) {
      since = since == null ? at : since;
      movedAt = motion >= settings.movingShare() ? at : movedAt;
      motionAt = at;
    }
    return new PresenceFilterState(
        state.presence(), state.at(), since, motionAt, movedAt, state.objectScore());
  }

  private boolean isStill(PresenceFilterState state, Instant at) {
    return stillFor(state, at).compareTo(settings.stillAfter()) >= 0;
  }

  private static Duration stillFor(PresenceFilterState state, Instant at) {
    Instant since = state.movedAt() == null ? state.watchedSince() : state.movedAt();
    return since == null ? Duration.ZERO : Duration.between(since, at);
  }

  /** People come and go: the probability drifts towards how much of the time posts are staffed. */
  private double moved(PresenceFilterState state, Instant at) {
    if (state.at() == null) {
      return state.presence();
    }
    double leave = 1.0 / settings.leaveAfter().toMillis();
    double arrive = 1.0 / settings.arriveAfter().toMillis();
    double usual = arrive / (arrive + leave);
    double kept = Math.exp(-(arrive + leave) * Duration.between(state.at(), at).toMillis());
    return usual + (state.presence() - usual) * kept;
  }

  private double judge(PresenceFilterState state, Instant at, Evidence evidence) {
    double all = evidence.detectors() + evidence.motionLogRatio();
    boolean wasThere = state.presence() >= settings.thresholds().enter();
    if (isStill(state, at) && evidence.motion() == null) {
      // the picture as a whole moves: someone may come, but who sat still has not left
      return wasThere ? Math.max(0, all) : all;
    }
    if (!isStill(state, at)) {
      return waits(state, evidence) ? 0 : all;
    }
    boolean held = stillFor(state, at).compareTo(settings.stillHold()) < 0;
    boolean mayBeSomeone =
        wasThere || (neverMoved(state) && evidence.detectors() >= LIKE_A_PERSON_LOG_RATIO);
    if (mayBeSomeone && held && !isKnownObject(state, evidence)) {
      return 0;
    }
    double against = Math.min(0, evidence.detectors()) + evidence.motionLogRatio();
    return Math.min(against, STILL_LOG_RATIO);
  }

  /** At the start: a thing or a person? Wait for it to move, or to be still for long enough. */
  private static boolean waits(PresenceFilterState state, Evidence evidence) {
    return neverMoved(state) && evidence.detectors() > 0;
  }

  private static boolean neverMoved(PresenceFilterState state) {
    return state.watchedSince() != null && state.movedAt() == null;
  }

  private boolean isKnownObject(PresenceFilterState state, Evidence evidence) {
    return state.objectScore() > 0
        && evidence.score() >= 0
        && evidence.score() <= state.objectScore() + settings.objectMargin();
  }

  private double learn(PresenceFilterState state, Instant at, Evidence evidence, double presence) {
    double known = state.objectScore();
    boolean nobody = presence < settings.thresholds().leave();
    if (!nobody || evidence.score() < 0) {
      return known;
    }
    if (evidence.detectors() > 0) {
      return isStill(state, at) ? Math.max(known, evidence.score()) : known;
    }
    if (state.at() == null) {
      return known;
    }
    double elapsed = (double) Duration.between(state.at(), at).toMillis();
    double remembered = known * Math.exp(-elapsed / OBJECT_MEMORY.toMillis());
    // a score that low never spoke for anyone
    return remembered < settings.objectMargin() ? 0 : remembered;
  }

  private static double posterior(double prior, double logRatio) {
    double odds = prior / (1 - prior) * Math.exp(logRatio);
    return odds / (1 + odds);
  }

  private double bounded(double presence) {
    double min = settings.minProbability();
    return Math.max(min, Math.min(1 - min, presence));
  }

  private static double clip(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }
}
