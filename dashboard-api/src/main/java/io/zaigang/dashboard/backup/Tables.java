package io.zaigang.dashboard.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of the schema, Flyway's own left out. */
final class Tables {

  private static final String NAMES =
      """
      select tablename from pg_tables
      where schemaname = current_schema() and tablename <> 'flyway_schema_history'
      """;

  private static final String REFERENCES =
      """
      select r.relname as referring, t.relname as referred
      from pg_constraint c join pg_class r on r.oid = c.conrelid
          join pg_class t on t.oid = c.confrelid
          join pg_namespace n on n.oid = r.relnamespace
      where c.contype = 'f' and n.nspname = current_schema() and r.relname <> t.relname
      """;

  private static final String COLUMNS =
      """
      select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
      from information_schema.columns
      where table_schema = current_schema() and table_name = ? and is_generated = 'NEVER'
      """;

  private final JdbcTemplate jdbc;

  Tables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, each after those that it refers to, so that they can be filled in this order. */
  List<String> inOrder() {
    Set<String> names = new TreeSet<>(jdbc.queryForList(NAMES, String.class));
    Map<String, Set<String>> needs = new HashMap<>();
    jdbc.query(
        REFERENCES,
        row -> {
          needs
              .computeIfAbsent(row.getString("referring"), name -> new TreeSet<>())
              .add(row.getString("referred"));
        });
    LinkedHashSet<String> ordered = new LinkedHashSet<>();
    while (ordered.size() < names.size()) {
      List<String> ready =
          names.stream()
              .filter(name -> !ordered.contains(name))
              .filter(name -> ordered.containsAll(needs.getOrDefault(name, Set.of())))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("Tables that refer to one another in a circle: " + names);
      }
      ordered.addAll(ready);
    }
    return new ArrayList<>(ordered);
  }

  /** For {@code COPY}: the table with its columns by name. */
  String copyTarget(String table) {
    return "\"%s\" (%s)".formatted(table, jdbc.queryForObject(COLUMNS, String.class, table));
  }
}
