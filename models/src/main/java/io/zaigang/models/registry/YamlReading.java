package io.zaigang.models.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Walks a YAML document and gathers every problem with its path and line. */
final class YamlReading {

  private final Path file;
  private final List<String> problems = new ArrayList<>();

  YamlReading(Path file) {
    this.file = file;
  }

  List<String> problems() {
    return problems;
  }

  void problem(String path, Node node, String message) {
    int line = node.getStartMark().getLine() + 1;
    problems.add(file + ": " + path + " (line " + line + "): " + message);
  }

  /** The entries of a mapping; unknown keys and anything but a mapping are problems. */
  Map<String, Node> mapping(String path, Node node, Set<String> known) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem(path, node, "expected a mapping with " + String.join(", ", known));
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
      if (!known.contains(key)) {
        problem(join(path, key), tuple.getKeyNode(), "unknown key; known: " + sorted(known));
      } else if (entries.put(key, tuple.getValueNode()) != null) {
        problem(join(path, key), tuple.getKeyNode(), "stated twice");
      }
    }
    return entries;
  }

  /** The items of a sequence. */
  List<Node> sequence(String path, Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(path, node, "expected a list");
    return List.of();
  }

  /** A word that must be there. */
  @Nullable String requiredText(String path, Node parent, Map<String, Node> entries, String key) {
    Node node = entries.get(key);
    if (node == null) {
      problem(join(path, key), parent, "missing");
      return null;
    }
    return text(join(path, key), node);
  }

  @Nullable String text(String path, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem(path, node, "expected a word");
    return null;
  }

  /** A whole number; null with a problem noted otherwise. */
  @Nullable Integer requiredInteger(
      String path, Node parent, Map<String, Node> entries, String key) {
    String text = requiredText(path, parent, entries, key);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      Node node = entries.get(key);
      problem(
          join(path, key),
          node == null ? parent : node,
          "expected a whole number, not '" + text + "'");
      return null;
    }
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
