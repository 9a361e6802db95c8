package io.zaigang.domain.circular;

import io.zaigang.domain.circular.CircularFigures.CountedOffence;
import io.zaigang.domain.circular.CircularFigures.Ordinal;
import io.zaigang.domain.circular.Correction.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was published with what holds now. Coverage is left out: footage analysed again
 * changes nobody's standing.
 */
public final class Corrections {

  private final CircularInputs published;
  private final CircularInputs current;
  private final int version;

  private Corrections(CircularInputs published, CircularInputs current, int version) {
    this.published = published;
    this.current = current;
    this.version = version;
  }

  /**
   * What the next version has to put right; empty where nothing has.
   *
   * @param version number that the next version has, or would have
   */
  public static List<Correction> between(
      CircularInputs published, CircularInputs current, int version) {
    return new Corrections(published, current, version).find();
  }

  private List<Correction> find() {
    Map<String, CountedOffence> before = counted(published);
    Map<String, CountedOffence> now = counted(current);
    List<Correction> corrections = new ArrayList<>();
    before.forEach(
        (id, was) -> {
          Change change = change(was, now.get(id));
          if (change != null) {
            corrections.add(correction(change, was, now.get(id)));
          }
        });
    now.forEach(
        (id, is) -> {
          if (!before.containsKey(id)) {
            corrections.add(correction(Change.ADDED, null, is));
          }
        });
    return corrections;
  }

  private static @Nullable Change change(CountedOffence was, @Nullable CountedOffence now) {
    if (now == null) {
      return Change.WITHDRAWN;
    }
    // a clip kept, or named, later changes nothing about what happened
    if (!withoutEvidence(was.offence()).equals(withoutEvidence(now.offence()))) {
      return Change.CHANGED;
    }
    return was.ordinals().equals(now.ordinals()) ? null : Change.RECOUNTED;
  }

  private static Offence withoutEvidence(Offence offence) {
    return new Offence(
        offence.id(),
        offence.kind(),
        offence.windowId(),
        offence.unit(),
        offence.people(),
        offence.from(),
        offence.to(),
        offence.countedAt(),
        offence.blindMillis(),
        offence.cause(),
        Evidence.without(List.of(), ""));
  }

  private Correction correction(
      Change change, @Nullable CountedOffence was, @Nullable CountedOffence now) {
    CountedOffence shown = now != null ? now : was;
    if (shown == null) {
      throw new IllegalArgumentException("A correction is about something");
    }
    Offence offence = shown.offence();
    CircularWindow window =
        offence.windowId() == null
            ? null
            : (now != null ? current : published).windowsById().get(offence.windowId());
    return new Correction(
        published.week(),
        version,
        change,
        offence.id(),
        offence.kind(),
        window == null ? offence.windowId() : window.name(),
        offence.names(),
        offence.from(),
        highest(was),
        highest(now));
  }

  private static int highest(@Nullable CountedOffence offence) {
    return offence == null
        ? 0
        : offence.ordinals().stream().mapToInt(Ordinal::number).max().orElse(0);
  }

  private static Map<String, CountedOffence> counted(CircularInputs inputs) {
    Map<String, CountedOffence> byId = new LinkedHashMap<>();
    CircularCounting.count(inputs).offences().forEach(o -> byId.put(o.offence().id(), o));
    return byId;
  }
}
