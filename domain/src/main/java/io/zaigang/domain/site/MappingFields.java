package io.zaigang.domain.site;

import io.zaigang.domain.site.DocumentNode.Entry;
import io.zaigang.domain.site.DocumentNode.Mapping;
import io.zaigang.domain.site.Field.Parser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one mapping; unknown and repeated keys are reported when it is opened. */
final class MappingFields {

  private final String path;
  private final int line;
  private final Map<String, Field> fields;
  private final ProblemList problems;

  private MappingFields(String path, int line, Map<String, Field> fields, ProblemList problems) {
    this.path = path;
    this.line = line;
    this.fields = fields;
    this.problems = problems;
  }

  static MappingFields open(
      String path, int line, Mapping mapping, List<String> knownKeys, ProblemList problems) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      String entryPath = path.isEmpty() ? entry.key() : path + "." + entry.key();
      Field field = new Field(entryPath, entry.line(), entry.value(), problems);
      if (!knownKeys.contains(entry.key())) {
        field.problem(PlanMistake.UNKNOWN_KEY, String.join(", ", knownKeys));
      } else if (fields.containsKey(entry.key())) {
        field.problem(PlanMistake.REPEATED_KEY);
      } else {
        fields.put(entry.key(), field);
      }
    }
    return new MappingFields(path, line, fields, problems);
  }

  /** The value of a key that must be there; null when it is missing or wrong (reported). */
  <T> @Nullable T required(String key, Parser<T> parser) {
    Field field = present(key);
    if (field == null) {
      problems.add(path.isEmpty() ? key : path + "." + key, line, PlanMistake.MISSING);
      return null;
    }
    return parser.parse(field);
  }

  /** The value of a key or, where the key is absent, the fallback; null when wrong (reported). */
  <T> @Nullable T optional(String key, T fallback, Parser<T> parser) {
    Field field = present(key);
    return field == null ? fallback : parser.parse(field);
  }

  /** The value of a key; null where it is absent, or wrong (reported). */
  <T> @Nullable T ifPresent(String key, Parser<T> parser) {
    Field field = present(key);
    return field == null ? null : parser.parse(field);
  }

  private @Nullable Field present(String key) {
    Field field = fields.get(key);
    return field == null || field.isNothing() ? null : field;
  }
}
