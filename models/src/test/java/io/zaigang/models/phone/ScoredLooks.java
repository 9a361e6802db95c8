package io.zaigang.models.phone;

import io.zaigang.domain.phone.UseShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks with the score that the second look gave them, and what they are worth together. */
record ScoredLooks(List<ScoredLook> looks) {

  record ScoredLook(LabelledLook look, double score) {}

  ScoredLooks of(String set) {
    return new ScoredLooks(looks.stream().filter(l -> l.look().set().equals(set)).toList());
  }

  List<Double> scores(boolean use) {
    return looks.stream().filter(l -> l.look().use() == use).map(ScoredLook::score).toList();
  }

  /** Share of the looks with or without use that reach a score; NaN when there are none. */
  double shareFrom(double threshold, boolean use) {
    List<Double> scores = scores(use);
    return scores.isEmpty()
        ? Double.NaN
        : (double) scores.stream().filter(s -> s >= threshold).count() / scores.size();
  }

  /** Probability that a look with use scores higher than one without. */
  double areaUnderCurve() {
    List<Double> without = scores(false);
    return scores(true).stream()
        .mapToDouble(
            u ->
                without.stream().mapToDouble(n -> u > n ? 1 : u == n ? 0.5 : 0).average().orElse(0))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Share of windows that the rule would call prolonged use. Each window is one person's: a group
   * is drawn, then its looks with and without use, with replacement.
   *
   * @param use share of the window's looks that show use
   */
  double windowsCalledUse(double use, int windows, int looksPerWindow, double bar, long seed) {
    Map<String, ScoredLooks> groups = new TreeMap<>();
    looks.stream()
        .collect(Collectors.groupingBy(l -> l.look().group()))
        .forEach((group, members) -> groups.put(group, new ScoredLooks(members)));
    List<ScoredLooks> people = List.copyOf(groups.values());
    Random random = new Random(seed);
    int called = 0;
    for (int w = 0; w < windows; w++) {
      ScoredLooks person = people.get(random.nextInt(people.size()));
      List<Double> window = new ArrayList<>();
      int inUse = (int) Math.round(use * looksPerWindow);
      person.draw(inUse, true, random, window);
      person.draw(looksPerWindow - inUse, false, random, window);
      called += UseShare.mostLikely(window) >= bar ? 1 : 0;
    }
    return (double) called / windows;
  }

  private void draw(int count, boolean use, Random random, List<Double> into) {
    List<Double> scores = scores(use);
    for (int i = 0; i < count; i++) {
      into.add(scores.get(random.nextInt(scores.size())));
    }
  }
}
