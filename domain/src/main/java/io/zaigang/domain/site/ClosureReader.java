package io.zaigang.domain.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code closures}. */
final class ClosureReader {

  private final IdRegister windowIds;

  ClosureReader(IdRegister windowIds) {
    this.windowIds = windowIds;
  }

  @Nullable WindowClosure read(Field field) {
    MappingFields fields = field.mapping("window", "from", "to");
    if (fields == null) {
      return null;
    }
    String window = fields.required("window", windowIds::resolve);
    Instant from = fields.required("from", ClosureReader::instant);
    Instant to = fields.required("to", ClosureReader::instant);
    if (window == null || from == null || to == null) {
      return null;
    }
    return from.isBefore(to)
        ? new WindowClosure(window, from, to)
        : field.problem(PlanMistake.CLOSURE_ORDER);
  }

  private static @Nullable Instant instant(Field field) {
    String text = field.scalar();
    if (text == null) {
      return null;
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return instant.getNano() % 1_000_000 == 0
          ? instant
          : field.problem(PlanMistake.DURATION_MILLIS, text);
    } catch (DateTimeException e) {
      return field.problem(PlanMistake.NOT_AN_INSTANT, text);
    }
  }
}
