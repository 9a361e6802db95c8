package io.zaigang.domain.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures how well the looks at one post, and the changes that the rules date from them, follow
 * what a viewer of the footage saw.
 *
 * <p>Looks are judged by the labelled span they lie in. A false EMPTY lasts from the look that said
 * so, or from the begin of the span if the post was called empty then, to the look that no longer
 * does. A change is paired with the labelled change of the same kind that is nearest; a viewer's
 * doubt between two spans is no error of either side.
 */
public final class PresenceAccuracy {

  /** Further off, a change is another one. */
  private static final Duration SAME_CHANGE = Duration.ofSeconds(10);

  private final List<LabelledSpan> spans;
  private final List<Look> looks = new ArrayList<>();
  private final List<PresenceChange> changes = new ArrayList<>();

  private record Look(Instant at, Sight sight) {}

  /** The labelled change of presence lies somewhere in here. */
  private record Boundary(Instant from, Instant to, Presence after) {

    Duration distance(Instant at) {
      if (at.isBefore(from)) {
        return Duration.between(at, from);
      }
      return at.isAfter(to) ? Duration.between(to, at) : Duration.ZERO;
    }
  }

  /**
   * @param labels in time order, not overlapping; neighbours that say the same are one
   */
  public PresenceAccuracy(List<LabelledSpan> labels) {
    this.spans = merged(labels);
  }

  private static List<LabelledSpan> merged(List<LabelledSpan> labels) {
    List<LabelledSpan> merged = new ArrayList<>();
    for (LabelledSpan label : labels) {
      int last = merged.size() - 1;
      LabelledSpan before = last < 0 ? null : merged.get(last);
      if (before != null && label.from().isBefore(before.to())) {
        throw new IllegalArgumentException(
            "Labels must be in order and apart: one ends at "
                + before.to()
                + ", the next begins at "
                + label.from());
      }
      boolean same =
          before != null
              && before.presence() == label.presence()
              && before.to().equals(label.from());
      if (before != null && same) {
        merged.set(last, new LabelledSpan(before.from(), label.to(), label.presence()));
      } else {
        merged.add(label);
      }
    }
    return merged;
  }

  /** Takes the next usable look, later than the one before. */
  public void look(Instant at, Sight sight) {
    looks.add(new Look(at, sight));
  }

  /** Takes what the rules settled, in time order; going blind is no change. */
  public void change(PresenceChange change) {
    if (change.presence() == Presence.STAFFED || change.presence() == Presence.EMPTY) {
      changes.add(change);
    }
  }

  /** Everything taken so far. */
  public PresenceQuality quality() {
    PresenceQuality quality = PresenceQuality.NONE;
    for (LabelledSpan span : spans) {
      quality = quality.and(ofSpan(span));
    }
    return quality.and(ofChanges());
  }

  private PresenceQuality ofSpan(LabelledSpan span) {
    List<Look> inside = looks.stream().filter(look -> span.holds(look.at())).toList();
    if (inside.isEmpty() || span.presence() == Presence.UNKNOWN) {
      return PresenceQuality.NONE;
    }
    PresenceQuality.Tally tally = PresenceQuality.Tally.NONE;
    for (Look look : inside) {
      tally = tally.and(look.sight());
    }
    boolean staffed = span.presence() == Presence.STAFFED;
    Duration wrong = longestRun(span, inside, staffed ? Presence.EMPTY : Presence.STAFFED);
    Optional<Duration> delay =
        inside.stream()
            .filter(look -> says(look, span.presence()))
            .map(look -> Duration.between(span.from(), look.at()))
            .findFirst();
    PresenceQuality.Tally none = PresenceQuality.Tally.NONE;
    return new PresenceQuality(
        staffed ? tally : none,
        staffed ? none : tally,
        staffed ? wrong : Duration.ZERO,
        staffed ? Duration.ZERO : wrong,
        staffed ? List.of() : delay.stream().toList(),
        staffed ? delay.stream().toList() : List.of(),
        !staffed && delay.isEmpty() ? 1 : 0,
        staffed && delay.isEmpty() ? 1 : 0,
        List.of(),
        0,
        0);
  }

  private static boolean says(Look look, Presence presence) {
    return presence == Presence.STAFFED ? look.sight().someone() : look.sight() == Sight.NOT_SEEN;
  }

  private static Duration longestRun(LabelledSpan span, List<Look> inside, Presence wrong) {
    Duration longest = Duration.ZERO;
    Instant since = null;
    for (int i = 0; i < inside.size(); i++) {
      Look look = inside.get(i);
      boolean isWrong = says(look, wrong);
      if (isWrong && since == null) {
        since = i == 0 ? span.from() : look.at();
      }
      if (since != null) {
        boolean last = i == inside.size() - 1;
        Instant until = isWrong && last ? span.to() : look.at();
        Duration run = Duration.between(since, until);
        longest = run.compareTo(longest) > 0 ? run : longest;
      }
      since = isWrong ? since : null;
    }
    return longest;
  }

  private PresenceQuality ofChanges() {
    List<Boundary> boundaries = boundaries();
    List<PresenceChange> left = new ArrayList<>(changes);
    left.removeIf(this::opensTheFootage);
    List<Duration> errors = new ArrayList<>();
    int missed = 0;
    for (Boundary boundary : boundaries) {
      Optional<PresenceChange> nearest =
          left.stream()
              .filter(change -> change.presence() == boundary.after())
              .filter(change -> boundary.distance(change.at()).compareTo(SAME_CHANGE) <= 0)
              .min((a, b) -> boundary.distance(a.at()).compareTo(boundary.distance(b.at())));
      if (nearest.isPresent()) {
        left.remove(nearest.get());
        errors.add(boundary.distance(nearest.get().at()));
      } else {
        missed++;
      }
    }
    int unknown = (int) left.stream().filter(this::isJudged).count();
    PresenceQuality.Tally none = PresenceQuality.Tally.NONE;
    return new PresenceQuality(
        none,
        none,
        Duration.ZERO,
        Duration.ZERO,
        List.of(),
        List.of(),
        0,
        0,
        errors,
        missed,
        unknown);
  }

  /** The first thing that is said, of how it was in the beginning, changes nothing. */
  private boolean opensTheFootage(PresenceChange change) {
    return change.equals(changes.get(0))
        && spans.get(0).holds(change.at())
        && spans.get(0).presence() == change.presence();
  }

  private boolean isJudged(PresenceChange change) {
    return spans.stream().anyMatch(s -> s.holds(change.at()) && s.presence() != Presence.UNKNOWN);
  }

  private List<Boundary> boundaries() {
    List<Boundary> boundaries = new ArrayList<>();
    LabelledSpan sure = null;
    for (LabelledSpan span : spans) {
      if (span.presence() == Presence.UNKNOWN) {
        continue;
      }
      if (sure != null && sure.presence() != span.presence()) {
        boundaries.add(new Boundary(sure.to(), span.from(), span.presence()));
      }
      sure = span;
    }
    return boundaries;
  }
}
