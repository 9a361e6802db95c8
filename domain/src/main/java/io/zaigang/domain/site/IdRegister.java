package io.zaigang.domain.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of one kind of thing: each is given once, and references must name one of them. */
final class IdRegister {

  private final String kind;
  private final Map<String, String> pathById = new HashMap<>();
  private boolean unreadable;

  /**
   * @param kind what bears these ids, in the singular, for messages
   */
  IdRegister(String kind) {
    this.kind = kind;
  }

  /** Reads the section whose items claim ids here; if it is no list, references are let pass. */
  <T> @Nullable List<T> section(Field field, Field.Parser<T> parser) {
    unreadable = !(field.node() instanceof DocumentNode.Sequence);
    return field.listOf(parser);
  }

  /** Parses an id and takes it; reports one that is taken. */
  @Nullable String claim(Field field) {
    String id = field.id();
    if (id == null) {
      return null;
    }
    String before = pathById.putIfAbsent(id, field.path());
    return before == null ? id : field.problem(PlanMistake.TAKEN, id, before);
  }

  /** Parses a reference; reports one that leads nowhere. */
  @Nullable String resolve(Field field) {
    String id = field.scalar();
    return id == null || unreadable || pathById.containsKey(id)
        ? id
        : field.problem(PlanMistake.NO_SUCH, kind, id);
  }
}
