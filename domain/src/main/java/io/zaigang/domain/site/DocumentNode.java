package io.zaigang.domain.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as its author wrote it, before anyone knows what it means: mappings, sequences and
 * scalars, each with the line it stands on.
 *
 * <p>It keeps the domain free of YAML and JSON libraries: whoever reads such a file turns it into
 * this tree, and {@link SitePlanReader} turns the tree into a plan.
 */
public sealed interface DocumentNode {

  /** Line of the file, the first is 1; 0 where the node comes from no file. */
  int line();

  /**
   * Keys and values in the order written.
   *
   * @param entries may hold the same key twice: the reader reports it
   */
  record Mapping(int line, List<Entry> entries) implements DocumentNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One key of a mapping, with the line of the key. */
  record Entry(String key, int line, DocumentNode value) {}

  /** Items in the order written. */
  record Sequence(int line, List<DocumentNode> items) implements DocumentNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A text, number or other single value, as text.
   *
   * @param text the value as written, without quotes; null for an explicit nothing ({@code key:})
   */
  record Scalar(int line, @Nullable String text) implements DocumentNode {}

  /** A mapping that comes from no file. */
  static Mapping mapping(Map<String, ? extends DocumentNode> entries) {
    return new Mapping(
        0, entries.entrySet().stream().map(e -> new Entry(e.getKey(), 0, e.getValue())).toList());
  }

  /** A sequence that comes from no file. */
  static Sequence sequence(List<? extends DocumentNode> items) {
    return new Sequence(0, List.copyOf(items));
  }

  /** A scalar that comes from no file. */
  static Scalar scalar(Object value) {
    return new Scalar(0, value.toString());
  }
}
