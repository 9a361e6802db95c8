package io.zaigang.ingest.footage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Lays the ledger's entries over the holes of a camera: each hole becomes stretches of one cause.
 * What was written later counts more, and any other cause more than {@link GapCause#DELETED}: what
 * was never recorded was not lost to retention.
 */
final class GapCauses {

  /** Between a segment's end and the ledger's word for what followed: rounding, no mystery. */
  private static final Duration SLIVER = Duration.ofSeconds(2);

  private record Entry(Gap gap, int order) {
    int weight() {
      return gap.cause() == GapCause.DELETED ? order - Integer.MAX_VALUE : order;
    }
  }

  private GapCauses() {}

  /** Explains holes, which are in order and do not overlap. */
  static List<Gap> explain(List<Gap> holes, List<Gap> entries) {
    List<Entry> byBegin = new ArrayList<>();
    entries.forEach(gap -> byBegin.add(new Entry(gap, byBegin.size())));
    byBegin.sort(Comparator.comparing(entry -> entry.gap().from()));
    List<Gap> explained = new ArrayList<>();
    List<Entry> near = new ArrayList<>();
    int next = 0;
    for (Gap hole : holes) {
      while (next < byBegin.size() && byBegin.get(next).gap().from().isBefore(hole.to())) {
        near.add(byBegin.get(next++));
      }
      near.removeIf(entry -> !entry.gap().to().isAfter(hole.from()));
      explained.addAll(stretches(hole, near));
    }
    return explained;
  }

  private static List<Gap> stretches(Gap hole, List<Entry> near) {
    NavigableSet<Instant> borders = new TreeSet<>(List.of(hole.from(), hole.to()));
    for (Entry entry : near) {
      borders.add(entry.gap().from());
      borders.add(entry.gap().to());
    }
    List<Gap> stretches = new ArrayList<>();
    Instant from = hole.from();
    for (Instant to : borders.subSet(hole.from(), false, hole.to(), true)) {
      append(stretches, new Gap(from, to, cause(from, near)));
      from = to;
    }
    return withoutSlivers(stretches);
  }

  private static GapCause cause(Instant at, Collection<Entry> near) {
    return near.stream()
        .filter(entry -> !entry.gap().from().isAfter(at) && entry.gap().to().isAfter(at))
        .max(Comparator.comparingInt(Entry::weight))
        .map(entry -> entry.gap().cause())
        .orElse(GapCause.UNKNOWN);
  }

  private static List<Gap> withoutSlivers(List<Gap> stretches) {
    List<Gap> result = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Gap gap = stretches.get(i);
      boolean sliver =
          gap.cause() == GapCause.UNKNOWN
              && stretches.size() > 1
              && gap.duration().compareTo(SLIVER) < 0;
      Gap neighbour =
          i > 0 ? stretches.get(i - 1) : stretches.get(Math.min(1, stretches.size() - 1));
      append(result, sliver ? new Gap(gap.from(), gap.to(), neighbour.cause()) : gap);
    }
    return result;
  }

  /** Gaps in order of begin, those of one cause that meet or overlap made one. */
  static List<Gap> joined(List<Gap> gaps) {
    List<Gap> joined = new ArrayList<>();
    gaps.stream().sorted(Comparator.comparing(Gap::from)).forEach(gap -> append(joined, gap));
    return joined;
  }

  private static void append(List<Gap> gaps, Gap gap) {
    Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (last != null
        && last.cause() == gap.cause()
        && !gap.from().isAfter(last.to().plus(FootageLog.GAP_TOLERANCE))) {
      Instant to = last.to().isAfter(gap.to()) ? last.to() : gap.to();
      gaps.set(gaps.size() - 1, new Gap(last.from(), to, last.cause()));
    } else {
      gaps.add(gap);
    }
  }
}
