package io.zaigang.dashboard.upkeep;

import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.dashboard.upkeep.ModelsView.SelfTestView;
import io.zaigang.dashboard.web.HallTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code zaigang self-test} left behind: {@code DIR/golden/last-run.json}. */
@Component
class SelfTestFile {

  private static final Logger LOG = LoggerFactory.getLogger(SelfTestFile.class);

  private final Path file;
  private final JsonMapper json;
  private final HallTimes times;

  SelfTestFile(ZaigangSettings settings, JsonMapper json, HallTimes times) {
    this.file = settings.dataDir().resolve("golden").resolve("last-run.json");
    this.json = json;
    this.times = times;
  }

  /** The last run; empty where there was none. */
  Optional<SelfTestView> last() {
    try {
      JsonNode run = json.readTree(Files.readString(file));
      int detections = run.path("changedDetections").asInt(0);
      int incidents = run.path("changedIncidents").asInt(0);
      return Optional.of(
          new SelfTestView(
              times.at(Instant.parse(run.path("at").asString(""))),
              detections == 0 && incidents == 0,
              run.path("detections").asInt(0),
              run.path("incidents").asInt(0),
              detections,
              incidents));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException | JacksonException | DateTimeException e) {
      LOG.warn("{} cannot be read: {}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
