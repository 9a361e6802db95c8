package io.zaigang.domain.circular;

import java.util.Comparator;

/** Whom offences are counted for: a window, or a person. */
public record Subject(Kind kind, String id) implements Comparable<Subject> {

  /** Windows before people, as the circular names them. */
  public enum Kind {
    WINDOW,
    PERSON
  }

  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::kind).thenComparing(Subject::id);

  public static Subject window(String id) {
    return new Subject(Kind.WINDOW, id);
  }

  public static Subject person(String id) {
    return new Subject(Kind.PERSON, id);
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
