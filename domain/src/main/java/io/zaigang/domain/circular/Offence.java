package io.zaigang.domain.circular;

import static java.util.stream.Collectors.joining;

import io.zaigang.domain.vacancy.VacancyCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a circular names: an incident a person confirmed, a missed punch, or what a check
 * found.
 *
 * @param id of the incident, the due punch or the finding; what a number in the circular links to
 * @param windowId null where no window is known, as for a gathering in an area
 * @param unit 主管单位; null where neither window nor person tells it
 * @param people whom the roster or the punch names; none where nobody is known
 * @param from when it began; for a punch when it was due
 * @param to when it was over
 * @param countedAt decides its week: the beginning; for a missed punch the moment it became one,
 *     since until its deadline it can still be made good
 * @param blindMillis between from and to that no camera could see; never held against anyone
 * @param cause of a vacancy, else null
 */
public record Offence(
    String id,
    OffenceKind kind,
    @Nullable String windowId,
    @Nullable String unit,
    List<Person> people,
    Instant from,
    Instant to,
    Instant countedAt,
    long blindMillis,
    @Nullable VacancyCause cause,
    Evidence evidence) {

  /** The order in which offences are counted, and named. */
  public static final Comparator<Offence> IN_ORDER =
      Comparator.comparing(Offence::countedAt).thenComparing(Offence::id);

  public Offence {
    people = List.copyOf(people);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Offence " + id + " ends " + to + ", before " + from);
    }
    if (blindMillis < 0) {
      throw new IllegalArgumentException("Offence " + id + ": blind for " + blindMillis + " ms");
    }
  }

  /**
   * Whole minutes that it was seen to last, rounded down, in favour of whom it is held against.
   * Every sum is a sum of these, so that tables add up.
   */
  public long minutes() {
    return Math.max(0, Duration.between(from, to).minusMillis(blindMillis).toMinutes());
  }

  /**
   * Whom it counts against. What cameras saw counts against the window, and the person where one is
   * known; a missed punch is the person's own and never the window's.
   */
  public List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    if (windowId != null && (kind != OffenceKind.MISSED_PUNCH || people.isEmpty())) {
      subjects.add(Subject.window(windowId));
    }
    people.stream().map(person -> Subject.person(person.id())).forEach(subjects::add);
    return subjects;
  }

  /** Those it is held against, by name; null where nobody is known. */
  public @Nullable String names() {
    return people.isEmpty() ? null : people.stream().map(Person::name).collect(joining("、"));
  }

  /** What later weeks need to know of it. */
  public EarlierOffence asEarlier() {
    return new EarlierOffence(id, kind, countedAt, subjects());
  }
}
