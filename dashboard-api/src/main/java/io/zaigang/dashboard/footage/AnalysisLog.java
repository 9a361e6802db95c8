package io.zaigang.dashboard.footage;

import io.zaigang.dashboard.settings.ZaigangSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * By which models and settings the job judged, and since when: {@code DIR/analysis.ndjson}, to
 * which the job adds a line whenever it starts with others.
 */
@Component
public class AnalysisLog {

  private static final Logger LOG = LoggerFactory.getLogger(AnalysisLog.class);

  private final Path file;
  private final JsonMapper json;

  AnalysisLog(ZaigangSettings settings, JsonMapper json) {
    this.file = settings.dataDir().resolve("analysis.ndjson");
    this.json = json;
  }

  /** What was in force at this moment; empty where the job has not said. */
  public Optional<JsonNode> at(Instant moment) {
    JsonNode found = null;
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode entry = json.readTree(line);
        Instant since = OffsetDateTime.parse(entry.path("since").asString("")).toInstant();
        if (!since.isAfter(moment)) {
          found = entry;
        }
      }
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException | JacksonException | DateTimeException e) {
      LOG.warn("{} cannot be read to its end: {}", file, e.getMessage());
    }
    return Optional.ofNullable(found);
  }
}
