package io.zaigang.ingest.clip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sums over a manifest: one for each field, so that an altered field can be named, and one over
 * those, so that none can be changed, added or left out together with its sum.
 *
 * @param fields SHA-256 of each field's value in canonical JSON, in the manifest's order
 * @param sha256 of the lines {@code name sum}
 */
record ManifestSeal(Map<String, String> fields, String sha256) {

  /** The fields that stand outside of the seal: itself, and the place in the chain. */
  static final String SEAL = "seal";

  static final String CHAIN = "chain";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Seals a manifest as it is. */
  static ManifestSeal of(JsonNode manifest) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : manifest.properties()) {
      if (!field.getKey().equals(SEAL) && !field.getKey().equals(CHAIN)) {
        fields.put(field.getKey(), Sha256.of(canonical(field.getValue())));
      }
    }
    StringBuilder lines = new StringBuilder();
    fields.forEach((name, sum) -> lines.append(name).append(' ').append(sum).append('\n'));
    return new ManifestSeal(fields, Sha256.of(lines.toString()));
  }

  /** What in a manifest does not agree with the seal written into it. */
  static Optional<String> disagreement(JsonNode manifest) {
    JsonNode written = manifest.path(SEAL);
    ManifestSeal now = of(manifest);
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> field : now.fields().entrySet()) {
      String sum = written.path("fields").path(field.getKey()).asString("");
      if (sum.isEmpty()) {
        problems.add("field '" + field.getKey() + "' was put in");
      } else if (!sum.equals(field.getValue())) {
        problems.add("field '" + field.getKey() + "' was changed");
      }
    }
    for (String name : written.path("fields").propertyNames()) {
      if (!now.fields().containsKey(name)) {
        problems.add("field '" + name + "' was taken out");
      }
    }
    if (problems.isEmpty() && !written.path("sha256").asString("").equals(now.sha256())) {
      problems.add("its seal was changed");
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", problems));
  }

  /** JSON with sorted keys: the same object gives the same text. */
  private static String canonical(JsonNode node) {
    StringBuilder text = new StringBuilder();
    if (node.isObject()) {
      node.propertyNames().stream()
          .sorted()
          .forEach(key -> text.append(quoted(key)).append(canonical(node.get(key))).append(','));
      return "{" + text + "}";
    }
    if (node.isArray()) {
      node.forEach(item -> text.append(canonical(item)).append(','));
      return "[" + text + "]";
    }
    return MAPPER.writeValueAsString(node);
  }

  private static String quoted(String key) {
    return MAPPER.writeValueAsString(key) + ":";
  }
}
