package io.zaigang.dashboard.plan;

import io.zaigang.domain.site.DocumentNode;
import io.zaigang.domain.site.DocumentNode.Mapping;
import io.zaigang.domain.site.DocumentNode.Scalar;
import io.zaigang.domain.site.DocumentNode.Sequence;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.SitePlanReader;
import io.zaigang.domain.site.SitePlanReading;
import io.zaigang.domain.site.SitePlanWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The site plan as JSON, {@link PlanDocument} by name. Keys that only the domain knows pass
 * through, so a key that is new to it is not lost on the way over the page.
 */
final class PlanJson {

  private static final Set<String> NUMBERS =
      Set.of("analysisFps", "minOnPost", "share", "minPersons", "reach", "polygon", "keepDays");
  private static final Set<String> YES_OR_NO = Set.of("taughtHead");
  private static final int DEEPEST = 30;

  /** A plan in which everything is missing. */
  static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private PlanJson() {}

  static JsonNode write(SitePlan plan) {
    return json("", SitePlanWriter.write(plan));
  }

  /** The plan, or every problem with it. */
  static SitePlanReading read(JsonNode plan) {
    return SitePlanReader.read(document(plan, 0));
  }

  private static JsonNode json(String key, DocumentNode node) {
    if (node instanceof Mapping mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), json(entry.key(), entry.value())));
      return object;
    }
    if (node instanceof Sequence sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      sequence.items().forEach(item -> array.add(json(key, item)));
      return array;
    }
    String text = ((Scalar) node).text();
    if (text == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (YES_OR_NO.contains(key)) {
      return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
    }
    return NUMBERS.contains(key)
        ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
        : JsonNodeFactory.instance.stringNode(text);
  }

  private static DocumentNode document(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return new Scalar(0, null);
    }
    if (node.isObject()) {
      List<DocumentNode.Entry> entries = new ArrayList<>();
      node.properties()
          .forEach(
              field ->
                  entries.add(
                      new DocumentNode.Entry(
                          field.getKey(), 0, document(field.getValue(), depth + 1))));
      return new Mapping(0, entries);
    }
    if (node.isArray()) {
      List<DocumentNode> items = new ArrayList<>();
      node.forEach(item -> items.add(document(item, depth + 1)));
      return new Sequence(0, items);
    }
    return new Scalar(0, node.isNull() || node.isMissingNode() ? null : node.asString());
  }
}
