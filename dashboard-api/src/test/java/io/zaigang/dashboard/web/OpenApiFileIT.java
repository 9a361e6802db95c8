package io.zaigang.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@DashboardTest
class OpenApiFileIT {

  private static final Path FILE = Path.of("ui", "openapi.json");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The page's client is generated from the committed file. */
  @Test
  void committedFileSaysWhatTheDashboardServes(Desks desks) throws IOException {
    String served =
        JSON.writeValueAsString(sorted(desks.stranger().getJson("/v3/api-docs"))) + "\n";
    if (Boolean.getBoolean("zaigang.openapi.write")) {
      Files.writeString(FILE, served, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(FILE, StandardCharsets.UTF_8))
        .as(
            "dashboard-api/ui/openapi.json is out of date. Write it anew with: mvn -pl dashboard-api -am"
                + " -Dskip.ui -Dit.test=OpenApiFileIT -Dsurefire.skip -Dtest.jvm.args=-Dzaigang.openapi.write=true"
                + " -Dsurefire.failIfNoSpecifiedTests=false verify")
        .isEqualTo(served);
  }

  /** Keys in order: the order in which classes are found must not matter. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> entries = new TreeMap<>();
      node.properties().forEach(entry -> entries.put(entry.getKey(), sorted(entry.getValue())));
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      entries.forEach(object::set);
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    return node;
  }
}
