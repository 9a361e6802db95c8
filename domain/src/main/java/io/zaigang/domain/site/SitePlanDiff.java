package io.zaigang.domain.site;

import io.zaigang.domain.site.DocumentNode.Entry;
import io.zaigang.domain.site.DocumentNode.Mapping;
import io.zaigang.domain.site.DocumentNode.Scalar;
import io.zaigang.domain.site.DocumentNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two plans, value by value. Items of a list are told apart by their id, name
 * or camera, not by their place: a camera that was put in front changes nothing of the others.
 */
public final class SitePlanDiff {

  private static final List<String> NAMES_OF_ITEMS = List.of("id", "camera", "name");

  private final List<Change> changes = new ArrayList<>();

  private SitePlanDiff() {}

  /**
   * One value that differs.
   *
   * @param path for example {@code windows[w03].posts[w03-a].zones[cam-01].polygon}
   * @param before null where there was nothing
   * @param after null where there is nothing any more
   */
  public record Change(String path, @Nullable String before, @Nullable String after) {}

  /** Everything that differs, in the order of the document; nothing for equal plans. */
  public static List<Change> between(SitePlan before, SitePlan after) {
    SitePlanDiff diff = new SitePlanDiff();
    diff.compare("", SitePlanWriter.write(before), SitePlanWriter.write(after));
    return List.copyOf(diff.changes);
  }

  private void compare(String path, @Nullable DocumentNode before, @Nullable DocumentNode after) {
    Map<String, DocumentNode> old = after == null ? Map.of() : parts(before);
    Map<String, DocumentNode> young = before == null ? Map.of() : parts(after);
    if (old.isEmpty() && young.isEmpty()) {
      String was = before == null ? null : text(before);
      String is = after == null ? null : text(after);
      if (was == null ? is != null : !was.equals(is)) {
        changes.add(new Change(path, was, is));
      }
      return;
    }
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(young.keySet());
    for (String key : keys) {
      boolean item = key.startsWith("[");
      compare(path.isEmpty() || item ? path + key : path + "." + key, old.get(key), young.get(key));
    }
  }

  /** The parts that are compared one by one; none for what counts as one value. */
  private static Map<String, DocumentNode> parts(@Nullable DocumentNode node) {
    Map<String, DocumentNode> parts = new LinkedHashMap<>();
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach(entry -> parts.put(entry.key(), entry.value()));
    } else if (node instanceof Sequence sequence) {
      for (DocumentNode item : sequence.items()) {
        String name = nameOf(item);
        if (name == null || parts.putIfAbsent("[" + name + "]", item) != null) {
          return Map.of();
        }
      }
    }
    return parts;
  }

  private static @Nullable String nameOf(DocumentNode item) {
    if (item instanceof Mapping mapping) {
      for (String name : NAMES_OF_ITEMS) {
        for (Entry entry : mapping.entries()) {
          if (entry.key().equals(name) && entry.value() instanceof Scalar scalar) {
            return scalar.text();
          }
        }
      }
    }
    return null;
  }

  private static String text(DocumentNode node) {
    if (node instanceof Scalar scalar) {
      return String.valueOf(scalar.text());
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(SitePlanDiff::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Mapping) node)
        .entries().stream()
            .map(entry -> entry.key() + ": " + text(entry.value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
