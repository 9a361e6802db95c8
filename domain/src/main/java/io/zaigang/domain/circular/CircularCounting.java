package io.zaigang.domain.circular;

import static java.util.stream.Collectors.toMap;

import io.zaigang.domain.circular.CircularFigures.CountedOffence;
import io.zaigang.domain.circular.CircularFigures.FiguresRow;
import io.zaigang.domain.circular.CircularFigures.Ordinal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts a circular: the same inputs always give the same figures. */
public final class CircularCounting {

  private final CircularInputs inputs;
  private final Map<String, CircularWindow> windows;

  private CircularCounting(CircularInputs inputs) {
    this.inputs = inputs;
    this.windows = inputs.windowsById();
  }

  public static CircularFigures count(CircularInputs inputs) {
    return new CircularCounting(inputs).figures();
  }

  private CircularFigures figures() {
    List<CountedOffence> counted = new Escalation(inputs).counted();
    return new CircularFigures(windowRows(), unitRows(), total(), counted, consequences(counted));
  }

  private List<FiguresRow> windowRows() {
    return inputs.windows().stream()
        .map(
            window ->
                row(
                    window.id(),
                    window.name(),
                    window.unit(),
                    window.time(),
                    offence -> window.id().equals(offence.windowId())))
        .toList();
  }

  private List<FiguresRow> unitRows() {
    Map<String, WindowTime> times = new LinkedHashMap<>();
    inputs.windows().forEach(w -> times.merge(w.unit(), w.time(), WindowTime::plus));
    inputs.offences().stream()
        .map(this::unitOf)
        .filter(Objects::nonNull)
        .forEach(unit -> times.putIfAbsent(unit, WindowTime.NONE));
    List<FiguresRow> rows = new ArrayList<>();
    times.forEach(
        (unit, time) ->
            rows.add(row(unit, unit, unit, time, offence -> unit.equals(unitOf(offence)))));
    return rows;
  }

  private FiguresRow total() {
    WindowTime time =
        inputs.windows().stream()
            .map(CircularWindow::time)
            .reduce(WindowTime.NONE, WindowTime::plus);
    return row("", "合计", null, time, offence -> true);
  }

  private FiguresRow row(
      String id, String name, @Nullable String unit, WindowTime time, Predicate<Offence> of) {
    List<Offence> offences = inputs.offences().stream().filter(of).toList();
    List<String> ids = offences.stream().map(Offence::id).toList();
    return new FiguresRow(id, name, unit, Tally.of(offences), time, ids);
  }

  private @Nullable String unitOf(Offence offence) {
    if (offence.unit() != null) {
      return offence.unit();
    }
    CircularWindow window = offence.windowId() == null ? null : windows.get(offence.windowId());
    return window == null ? null : window.unit();
  }

  private List<Consequence> consequences(List<CountedOffence> counted) {
    Map<Subject, List<CountedOffence>> bySubject = new TreeMap<>();
    for (CountedOffence offence : counted) {
      for (Ordinal ordinal : offence.ordinals()) {
        bySubject.computeIfAbsent(ordinal.subject(), s -> new ArrayList<>()).add(offence);
      }
    }
    List<Consequence> consequences = new ArrayList<>();
    bySubject.forEach((subject, offences) -> consequences.add(consequence(subject, offences)));
    return consequences;
  }

  private Consequence consequence(Subject subject, List<CountedOffence> offences) {
    Offence first = offences.get(0).offence();
    int highest =
        offences.stream()
            .flatMap(offence -> offence.ordinals().stream())
            .filter(ordinal -> ordinal.subject().equals(subject))
            .mapToInt(Ordinal::number)
            .max()
            .orElseThrow();
    return new Consequence(
        subject,
        nameOf(subject, first),
        unitOf(first),
        highest,
        offences.stream().map(offence -> offence.offence().id()).toList());
  }

  private String nameOf(Subject subject, Offence offence) {
    if (subject.kind() == Subject.Kind.PERSON) {
      return offence.people().stream()
          .filter(person -> person.id().equals(subject.id()))
          .map(Person::name)
          .findFirst()
          .orElse(subject.id());
    }
    CircularWindow window = windows.get(subject.id());
    return window == null ? subject.id() : window.name();
  }

  /** Numbers the offences of each window and person within the policy's span. */
  private record Escalation(CircularInputs inputs) {

    List<CountedOffence> counted() {
      Map<Subject, List<EarlierOffence>> before = new TreeMap<>();
      distinctEarlier().values().stream()
          .filter(earlier -> counts(earlier.kind()))
          .forEach(earlier -> remember(before, earlier));
      List<CountedOffence> counted = new ArrayList<>();
      for (Offence offence : inputs.offences()) {
        if (counts(offence.kind())) {
          counted.add(new CountedOffence(offence, ordinals(offence, before)));
          remember(before, offence.asEarlier());
        } else {
          counted.add(new CountedOffence(offence, List.of()));
        }
      }
      return counted;
    }

    private boolean counts(OffenceKind kind) {
      return inputs.policy().kinds().contains(kind);
    }

    private Map<String, EarlierOffence> distinctEarlier() {
      return inputs.earlier().stream()
          .collect(toMap(EarlierOffence::id, e -> e, (a, b) -> a, TreeMap::new));
    }

    private List<Ordinal> ordinals(Offence offence, Map<Subject, List<EarlierOffence>> before) {
      var from = inputs.policy().span().startFor(offence.countedAt(), inputs.zone());
      return offence.subjects().stream()
          .map(
              subject -> {
                long earlier =
                    before.getOrDefault(subject, List.of()).stream()
                        .filter(e -> !e.countedAt().isBefore(from))
                        .count();
                return new Ordinal(subject, (int) earlier + 1);
              })
          .toList();
    }

    private static void remember(
        Map<Subject, List<EarlierOffence>> before, EarlierOffence offence) {
      offence
          .subjects()
          .forEach(subject -> before.computeIfAbsent(subject, s -> new ArrayList<>()).add(offence));
    }
  }
}
