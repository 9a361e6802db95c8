package io.zaigang.ingest.siteplan;

import io.zaigang.domain.site.DocumentNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML text into a document tree with line numbers; never into objects. */
final class YamlReader {

  private static final int MAX_DEPTH = 30;

  /** A county with ten thousand cameras in one plan has some six hundred thousand. */
  private static final int MAX_NODES = 1_000_000;

  private static final int MAX_CHARACTERS = 32 << 20;

  private int nodes;

  private YamlReader() {}

  static DocumentNode read(String yaml) throws YamlProblemException {
    try {
      Node root = new Yaml(new SafeConstructor(options())).compose(new StringReader(yaml));
      if (root == null) {
        throw new YamlProblemException(0, "the file is empty");
      }
      return new YamlReader().convert(root, 0);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new YamlProblemException(line, "this is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new YamlProblemException(0, "this is no YAML: " + firstLine(e));
    }
  }

  private DocumentNode convert(Node node, int depth) throws YamlProblemException {
    // An alias can name its own parent, or multiply nodes without end.
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new YamlProblemException(line(node), "this is nested too deeply or repeats itself");
    }
    if (node instanceof ScalarNode scalar) {
      return new DocumentNode.Scalar(line(node), text(scalar));
    }
    if (node instanceof SequenceNode sequence) {
      List<DocumentNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(convert(item, depth + 1));
      }
      return new DocumentNode.Sequence(line(node), items);
    }
    List<DocumentNode.Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlProblemException(line(tuple.getKeyNode()), "a key must be a plain word");
      }
      entries.add(
          new DocumentNode.Entry(
              key.getValue(), line(key), convert(tuple.getValueNode(), depth + 1)));
    }
    return new DocumentNode.Mapping(line(node), entries);
  }

  private static @Nullable String text(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.NULL) ? null : scalar.getValue();
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    return options;
  }
}
