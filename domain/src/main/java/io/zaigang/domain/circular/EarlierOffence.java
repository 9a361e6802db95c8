package io.zaigang.domain.circular;

import java.time.Instant;
import java.util.List;

/** An offence of an earlier week, as far as counting first and repeated ones needs it. */
public record EarlierOffence(
    String id, OffenceKind kind, Instant countedAt, List<Subject> subjects) {

  public EarlierOffence {
    subjects = List.copyOf(subjects);
  }
}
