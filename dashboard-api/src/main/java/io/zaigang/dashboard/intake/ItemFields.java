package io.zaigang.dashboard.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and notes everything that is wrong with it. Fields it does
 * not know are passed over, so that an older dashboard takes what a newer job sends.
 *
 * <p>After a problem a stand-in is returned, so that reading goes on to the next field; what was
 * read counts only if there are no {@link #problems}.
 */
public final class ItemFields {

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_LIST = 100;

  private final JsonNode item;
  private final List<String> problems = new ArrayList<>();

  public ItemFields(JsonNode item) {
    this.item = item;
    if (!item.isObject()) {
      problems.add("must be a JSON object");
    }
  }

  /** The object itself. */
  public JsonNode item() {
    return item;
  }

  /** What is wrong with the object, one sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Notes something that is wrong between fields. */
  public void require(boolean condition, String problem) {
    if (!condition && problems.isEmpty()) {
      problems.add(problem);
    }
  }

  /** An id or name: 1 to 100 visible characters. */
  public String id(String field) {
    return idOrNone(field).orElseGet(() -> missing(field, ""));
  }

  /** An id; null where the field is null or absent. */
  public @Nullable String idOrNull(String field) {
    return idOrNone(field).orElse(null);
  }

  private Optional<String> idOrNone(String field) {
    return present(field).map(node -> checkedId(field, node));
  }

  private String checkedId(String field, JsonNode node) {
    String text = node.isString() ? node.asString() : "";
    boolean visible = text.codePoints().noneMatch(c -> Character.isISOControl(c));
    if (text.isBlank() || text.length() > LONGEST_ID || !visible) {
      problems.add(field + " must be a text of 1 to " + LONGEST_ID + " visible characters");
      return "";
    }
    return text;
  }

  /** A list of ids, absent or null meaning none. */
  public List<String> ids(String field) {
    JsonNode list = present(field).orElse(null);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray() || list.size() > LONGEST_LIST) {
      problems.add(field + " must be a list of at most " + LONGEST_LIST + " ids");
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      ids.add(checkedId(field + "[" + i + "]", list.get(i)));
    }
    return ids;
  }

  /** One of an enum's names. */
  public <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    E[] values = type.getEnumConstants();
    String text = present(field).filter(JsonNode::isString).map(JsonNode::asString).orElse("");
    return Arrays.stream(values)
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              problems.add(field + " must be one of " + Arrays.toString(values));
              return values[0];
            });
  }

  /** An instant with an offset, rounded down to milliseconds. */
  public Instant instant(String field) {
    return instantOrNone(field).orElseGet(() -> missing(field, Instant.EPOCH));
  }

  /** An instant; null where the field is null or absent. */
  public @Nullable Instant instantOrNull(String field) {
    return instantOrNone(field).orElse(null);
  }

  private Optional<Instant> instantOrNone(String field) {
    return present(field)
        .map(
            node -> {
              try {
                Instant instant = OffsetDateTime.parse(node.asString("")).toInstant();
                if (instant.isAfter(Instant.EPOCH) && instant.isBefore(LATEST)) {
                  return instant.truncatedTo(ChronoUnit.MILLIS);
                }
              } catch (DateTimeException notAnInstant) {
                // said below
              }
              problems.add(field + " must be an ISO-8601 instant with an offset, 1970 to 2200");
              return Instant.EPOCH;
            });
  }

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** A number of at least zero and at most {@code max}. */
  public double amount(String field, double max) {
    JsonNode node = present(field).orElse(null);
    if (node == null) {
      return missing(field, 0.0);
    }
    double value = node.isNumber() ? node.asDouble() : Double.NaN;
    if (!(value >= 0 && value <= max)) {
      problems.add(field + " must be a number from 0 to " + (long) max);
      return 0;
    }
    return value;
  }

  /** Named numbers, absent or null meaning none. */
  public SortedMap<String, Number> figures(String field) {
    SortedMap<String, Number> figures = new TreeMap<>();
    JsonNode node = present(field).orElse(null);
    if (node == null) {
      return figures;
    }
    if (!node.isObject() || node.size() > LONGEST_LIST) {
      problems.add(field + " must be an object of at most " + LONGEST_LIST + " numbers");
      return figures;
    }
    node.properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (entry.getKey().length() > LONGEST_ID || !isFinite(value)) {
                problems.add(field + " must hold numbers under names of at most 100 characters");
              } else {
                figures.put(entry.getKey(), value.numberValue());
              }
            });
    return figures;
  }

  private static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.asDouble());
  }

  private Optional<JsonNode> present(String field) {
    return Optional.ofNullable(item.get(field)).filter(node -> !node.isNull());
  }

  private <T> T missing(String field, T standIn) {
    problems.add(field + " is missing");
    return standIn;
  }
}
