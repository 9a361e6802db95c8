package io.zaigang.ingest.siteplan;

import io.zaigang.domain.site.DocumentNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/** Writes a document tree as YAML: blocks for structure, short lists on one line. */
final class YamlWriter {

  private static final int LINE_WIDTH = 120;

  /** Written bare; everything else that looks like more than text gets quotes. */
  private static final Set<Tag> BARE = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL);

  private static final Resolver RESOLVER = new Resolver();

  private YamlWriter() {}

  static String write(DocumentNode document) {
    DumperOptions options = new DumperOptions();
    options.setAllowUnicode(true);
    options.setWidth(LINE_WIDTH);
    options.setSplitLines(false);
    StringWriter text = new StringWriter();
    Serializer serializer = new Serializer(new Emitter(text, options), RESOLVER, options, null);
    try {
      serializer.open();
      serializer.serialize(node(document));
      serializer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Node node(DocumentNode document) {
    if (document instanceof DocumentNode.Scalar scalar) {
      return scalar.text() == null
          ? new ScalarNode(Tag.NULL, "", null, null, ScalarStyle.PLAIN)
          : scalar(scalar.text());
    }
    if (document instanceof DocumentNode.Sequence sequence) {
      List<Node> items = sequence.items().stream().map(YamlWriter::node).toList();
      FlowStyle style = isShort(sequence) ? FlowStyle.FLOW : FlowStyle.BLOCK;
      return new SequenceNode(Tag.SEQ, items, style);
    }
    List<NodeTuple> tuples = new ArrayList<>();
    for (DocumentNode.Entry entry : ((DocumentNode.Mapping) document).entries()) {
      tuples.add(new NodeTuple(scalar(entry.key()), node(entry.value())));
    }
    return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
  }

  private static ScalarNode scalar(String text) {
    Tag looksLike = RESOLVER.resolve(NodeId.scalar, text, true);
    Tag tag = BARE.contains(looksLike) ? looksLike : Tag.STR;
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }

  /** True for lists of single values and for lists of those, such as a polygon's points. */
  private static boolean isShort(DocumentNode.Sequence sequence) {
    return sequence.items().stream()
        .allMatch(
            item ->
                item instanceof DocumentNode.Scalar
                    || (item instanceof DocumentNode.Sequence inner
                        && inner.items().stream().allMatch(i -> i instanceof DocumentNode.Scalar)));
  }
}
