package io.zaigang.dashboard.circular;

import io.zaigang.domain.circular.CircularInputs;
import io.zaigang.domain.circular.CircularWeek;
import io.zaigang.domain.circular.Correction;
import io.zaigang.domain.circular.Corrections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Corrections of circulars. A new version corrects its own week; besides, the next circular tells
 * of everything that has changed about earlier ones, signed as a version of its own or not, and
 * that no circular has told of yet.
 */
@Component
class PublishedCorrections {

  /** Circulars older than this are corrected by a version of their own alone. */
  static final int WEEKS_BACK = 26;

  private final CircularStore store;
  private final CircularFacts facts;
  private final CanonicalJson json;

  PublishedCorrections(CircularStore store, CircularFacts facts, CanonicalJson json) {
    this.store = store;
    this.facts = facts;
    this.json = json;
  }

  /** What changed since a version was signed. */
  List<Correction> since(CircularVersion signed, CircularFacts.Offences offences) {
    CircularInputs before = json.inputs(signed.inputs());
    CircularInputs now =
        offences.heldSince(before).inputs(before.week(), before.windows(), List.of());
    return Corrections.between(before, now, signed.version() + 1);
  }

  /** What a version that corrects its week says differently from the one before. */
  List<Correction> ofItself(CircularVersion corrected) {
    if (corrected.version() == 1) {
      return List.of();
    }
    CircularVersion before = store.find(corrected.week(), corrected.version() - 1).orElseThrow();
    return Corrections.between(
        json.inputs(before.inputs()), json.inputs(corrected.inputs()), corrected.version());
  }

  /** What the circular of a week has to tell about earlier ones. */
  List<Correction> toTell(CircularWeek week) {
    CircularWeek first = new CircularWeek(week.monday().minusWeeks(WEEKS_BACK));
    List<CircularVersion> signed =
        store.between(first.monday(), week.monday().minusDays(1)).stream()
            .filter(CircularVersion::isSigned)
            .toList();
    if (signed.isEmpty()) {
      return List.of();
    }
    Set<Correction> told = new HashSet<>();
    List<Correction> all = new ArrayList<>();
    for (CircularVersion version : signed) {
      told.addAll(json.inputs(version.inputs()).corrections());
      all.addAll(ofItself(version));
    }
    CircularFacts.Offences offences =
        facts.offences(first, new CircularWeek(week.monday().minusWeeks(1)));
    newestOfEachWeek(signed).forEach(version -> all.addAll(since(version, offences)));
    return all.stream().distinct().filter(correction -> !told.contains(correction)).toList();
  }

  private static List<CircularVersion> newestOfEachWeek(List<CircularVersion> newestFirst) {
    Map<CircularWeek, CircularVersion> newest = new HashMap<>();
    newestFirst.forEach(version -> newest.putIfAbsent(version.week(), version));
    return newest.values().stream().sorted((a, b) -> a.week().compareTo(b.week())).toList();
  }
}
