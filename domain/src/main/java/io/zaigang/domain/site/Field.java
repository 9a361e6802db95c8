package io.zaigang.domain.site;

import io.zaigang.domain.site.DocumentNode.Mapping;
import io.zaigang.domain.site.DocumentNode.Scalar;
import io.zaigang.domain.site.DocumentNode.Sequence;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document with the path that leads to it. Every parser either gives the value or
 * reports what is wrong with it and gives null.
 */
record Field(String path, int line, DocumentNode node, ProblemList problems) {

  /** Turns a field into a value; reports and gives null when it cannot. */
  @FunctionalInterface
  interface Parser<T> {
    @Nullable T parse(Field field);
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MAX_NAME_LENGTH = 200;
  private static final Duration MAX_DURATION = Duration.ofHours(24);

  <T> @Nullable T problem(PlanMistake mistake, Object... values) {
    problems.add(path, line, mistake, values);
    return null;
  }

  /** Whether the value is an explicit nothing, as in {@code key:}. */
  boolean isNothing() {
    return node instanceof Scalar scalar && scalar.text() == null;
  }

  @Nullable MappingFields mapping(String... knownKeys) {
    return node instanceof Mapping mapping
        ? MappingFields.open(path, line, mapping, List.of(knownKeys), problems)
        : problem(PlanMistake.NOT_KEYS, kindOfNode());
  }

  @Nullable List<Field> items() {
    if (!(node instanceof Sequence sequence)) {
      return problem(PlanMistake.NOT_A_LIST, kindOfNode());
    }
    List<Field> items = new ArrayList<>();
    for (DocumentNode item : sequence.items()) {
      items.add(new Field(path + "[" + items.size() + "]", item.line(), item, problems));
    }
    return items;
  }

  /** Every item parsed; null when this is no list or any item is wrong (all are reported). */
  <T> @Nullable List<T> listOf(Parser<T> parser) {
    List<Field> items = items();
    if (items == null) {
      return null;
    }
    List<T> values = new ArrayList<>();
    for (Field item : items) {
      T value = parser.parse(item);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == items.size() ? values : null;
  }

  @Nullable String scalar() {
    return node instanceof Scalar scalar && scalar.text() != null
        ? scalar.text()
        : problem(PlanMistake.NOT_SINGLE, kindOfNode());
  }

  /** A name for people: not blank, one line. */
  @Nullable String name() {
    String text = scalar();
    if (text == null) {
      return null;
    }
    if (text.isBlank() || text.length() > MAX_NAME_LENGTH) {
      return problem(PlanMistake.NAME_LENGTH, MAX_NAME_LENGTH, text.length());
    }
    return text.chars().anyMatch(Character::isISOControl) ? problem(PlanMistake.NAME_LINES) : text;
  }

  /** A name for machines: it becomes a folder name and a part of web addresses. */
  @Nullable String id() {
    String text = scalar();
    if (text == null) {
      return null;
    }
    return ID.matcher(text).matches() ? text : problem(PlanMistake.NOT_AN_ID, text);
  }

  @Nullable Integer wholeNumber(int min, int max) {
    String text = scalar();
    if (text == null) {
      return null;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    return problem(PlanMistake.WHOLE_NUMBER, min, max, text);
  }

  @Nullable Boolean yesOrNo() {
    String text = scalar();
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> problem(PlanMistake.YES_OR_NO, text);
    };
  }

  /** A number from 0, itself excluded, to {@code max}. */
  @Nullable Double numberAboveZero(double max) {
    Double value = number();
    return value == null || (value > 0 && value <= max)
        ? value
        : problem(PlanMistake.ABOVE_ZERO, max, value);
  }

  @Nullable Double number() {
    String text = scalar();
    if (text == null) {
      return null;
    }
    try {
      double value = new BigDecimal(text).doubleValue();
      return Double.isFinite(value) ? value : problem(PlanMistake.TOO_LARGE, text);
    } catch (NumberFormatException e) {
      return problem(PlanMistake.NOT_A_NUMBER, text);
    }
  }

  /** Zero to a day, in whole milliseconds. */
  @Nullable Duration duration() {
    String text = scalar();
    if (text == null) {
      return null;
    }
    try {
      Duration value = Duration.parse(text);
      if (value.isNegative() || value.compareTo(MAX_DURATION) > 0) {
        return problem(PlanMistake.DURATION_RANGE, text);
      }
      return value.getNano() % 1_000_000 == 0 ? value : problem(PlanMistake.DURATION_MILLIS, text);
    } catch (DateTimeException e) {
      return problem(PlanMistake.NOT_A_DURATION, text);
    }
  }

  @Nullable Duration durationAboveZero() {
    Duration value = duration();
    return value == null || !value.isZero() ? value : problem(PlanMistake.DURATION_ZERO, value);
  }

  <E extends Enum<E>> @Nullable E oneOf(Class<E> type) {
    String text = scalar();
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    String known =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return problem(PlanMistake.ONE_OF, known, text);
  }

  private String kindOfNode() {
    if (node instanceof Mapping) {
      return "keys with values";
    }
    if (node instanceof Sequence) {
      return "a list";
    }
    return isNothing() ? "nothing" : "a single value";
  }
}
