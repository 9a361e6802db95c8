package io.zaigang.ingest.playout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link SceneScenario} as a YAML file:
 *
 * <pre>
 * size: [1280, 720]
 * fps: 12.5
 * duration: PT3M
 * gop: PT2S                    # default
 * background: hall             # default; or a picture file in the videos folder
 * actors:
 *   - { video: franck.mp4, crop: [0, 0, 400, 300], at: [60, 260, 300], during: ["PT0S-PT40S", "PT100S-PT180S"] }
 * labels:
 *   - { text: "演示 {time}", at: [20, 700] }
 * </pre>
 */
public final class SceneFile {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "gop",
          "PT2S",
          "background",
          "hall",
          "actors",
          java.util.List.of(),
          "labels",
          java.util.List.of());

  private SceneFile() {}

  /**
   * Reads a scenario.
   *
   * @throws IllegalArgumentException when it is not one, with the place
   */
  public static SceneScenario load(Path file) throws IOException {
    return parse(Files.readString(file), file.toString());
  }

  static SceneScenario parse(String yaml, String name) {
    try {
      Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      if (!(read instanceof Map<?, ?> given)) {
        throw new IllegalArgumentException("Scenario " + name + " is no mapping of keys to values");
      }
      Map<Object, Object> complete = new LinkedHashMap<>(DEFAULTS);
      complete.putAll(given);
      for (String key : new String[] {"size", "fps", "duration"}) {
        if (complete.get(key) == null) {
          throw new IllegalArgumentException("Scenario " + name + " lacks '" + key + "'");
        }
      }
      return MAPPER.convertValue(complete, SceneScenario.class);
    } catch (YAMLException | JacksonException e) {
      throw new IllegalArgumentException("Scenario " + name + ": " + oneLine(e), e);
    }
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
