package io.zaigang.domain.punch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the punch that fulfils each due one of a person's day.
 *
 * <p>A punch in may be made from the end of the period before until the middle of its own; a punch
 * out from the middle of its period until the next one starts. So a late punch is a punch: only one
 * that is not there is missing. In a break both the morning's out and the afternoon's in may be
 * made: two punches are both, one alone is the one it is nearer to.
 */
public final class PunchMatching {

  private static final Comparator<Punch> IN_ORDER =
      Comparator.comparing(Punch::at)
          .thenComparing(punch -> punch.direction() == null ? 0 : punch.direction().ordinal() + 1);

  private PunchMatching() {}

  /**
   * The punch for each due one that has one.
   *
   * @param due of one person and day, in order
   * @param punches of the same person; those of other days match nothing
   */
  public static Map<DuePunch, Punch> match(List<DuePunch> due, List<Punch> punches) {
    List<Punch> left = new ArrayList<>(punches.stream().sorted(IN_ORDER).toList());
    Map<DuePunch, Punch> found = new LinkedHashMap<>();
    for (int i = 0; i < due.size(); i++) {
      DuePunch wanted = due.get(i);
      Optional<DuePunch> next = i + 1 < due.size() ? Optional.of(due.get(i + 1)) : Optional.empty();
      Span span = spanOf(wanted, i > 0 ? Optional.of(due.get(i - 1)) : Optional.empty(), next);
      List<Punch> candidates =
          left.stream().filter(p -> span.holds(p.at()) && p.mayBe(wanted.direction())).toList();
      choose(wanted, next, candidates)
          .ifPresent(
              punch -> {
                found.put(wanted, punch);
                left.removeIf(p -> !p.at().isAfter(punch.at()));
              });
    }
    return found;
  }

  /** In: the first, as it was there from then on. Out: the last that leaves one for the next in. */
  private static Optional<Punch> choose(
      DuePunch wanted, Optional<DuePunch> next, List<Punch> candidates) {
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    if (wanted.direction() == PunchDirection.IN) {
      return Optional.of(candidates.get(0));
    }
    List<Punch> inPeriod =
        candidates.stream().filter(p -> p.at().isBefore(wanted.dueAt())).toList();
    List<Punch> inBreak = candidates.subList(inPeriod.size(), candidates.size());
    if (next.isEmpty()) {
      return Optional.of(candidates.get(candidates.size() - 1));
    }
    if (inBreak.size() > 1 || (inBreak.size() == 1 && isOut(inBreak.get(0), wanted, next.get()))) {
      return Optional.of(inBreak.get(0));
    }
    return inPeriod.isEmpty() ? Optional.empty() : Optional.of(inPeriod.get(inPeriod.size() - 1));
  }

  private static boolean isOut(Punch punch, DuePunch out, DuePunch nextIn) {
    return punch.direction() == PunchDirection.OUT
        || punch.at().isBefore(middle(out.dueAt(), nextIn.dueAt()));
  }

  private static Span spanOf(DuePunch punch, Optional<DuePunch> before, Optional<DuePunch> after) {
    Instant middle = middle(punch.period().start(), punch.period().end());
    if (punch.direction() == PunchDirection.IN) {
      return new Span(before.map(DuePunch::dueAt).orElse(dayBefore(punch)), middle);
    }
    return new Span(middle, after.map(DuePunch::dueAt).orElse(dayAfter(punch)));
  }

  /** Half a day: punches of the day before or after are nearer to their own. */
  private static Instant dayBefore(DuePunch punch) {
    return punch.dueAt().minus(Duration.ofHours(6));
  }

  private static Instant dayAfter(DuePunch punch) {
    return punch.dueAt().plus(Duration.ofHours(6));
  }

  private static Instant middle(Instant from, Instant to) {
    return from.plus(Duration.between(from, to).dividedBy(2));
  }

  /** {@code [from, to]}: a punch on the very minute of the next due one is still in time. */
  private record Span(Instant from, Instant to) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && !at.isAfter(to);
    }
  }
}
