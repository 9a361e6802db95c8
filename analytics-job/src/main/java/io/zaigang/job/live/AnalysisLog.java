package io.zaigang.job.live;

import io.zaigang.job.detect.ModelDetection;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.presence.PostWatchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down by which models and settings the job judges, and since when: {@code
 * DATA/analysis.ndjson}, a line whenever it starts with others than before. Evidence of an incident
 * names what was in force.
 */
final class AnalysisLog {

  private static final Logger LOG = LoggerFactory.getLogger(AnalysisLog.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String SINCE = "since";

  private AnalysisLog() {}

  /** Notes what is in force from now on; where the data may only be read, says so and goes on. */
  static void note(Path dataDir, ModelDetection detection, Instant now) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(SINCE, now.toString());
    entry.put("models", detection.models());
    entry.put("roles", detection.roles());
    detection.taught().ifPresent(head -> entry.put("taughtHead", head));
    entry.put("detector", DetectorSettings.DEFAULT);
    entry.put("posts", PostWatchSettings.DEFAULT);
    entry.put("secondLook", SecondLookSettings.DEFAULT);
    ObjectNode line = MAPPER.<JsonNode>valueToTree(entry).asObject();
    Path file = dataDir.resolve("analysis.ndjson");
    try {
      if (!line.deepCopy().without(SINCE).equals(last(file))) {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be written; evidence will not name the models: {}", file, e.toString());
    }
  }

  private static JsonNode last(Path file) throws IOException {
    if (!Files.exists(file)) {
      return MAPPER.missingNode();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return lines.isEmpty()
          ? MAPPER.missingNode()
          : MAPPER.readTree(lines.get(lines.size() - 1)).asObject().without(SINCE);
    } catch (JacksonException cutShort) {
      return MAPPER.missingNode();
    }
  }
}
