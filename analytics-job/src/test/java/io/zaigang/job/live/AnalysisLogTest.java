package io.zaigang.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.detect.ModelDetection.UsedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisLogTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;

  private void start(Instant now, String sha256) {
    AnalysisLog.note(
        data, new ModelDetection("models", List.of(new UsedModel("nanodet", sha256))), now);
  }

  @Test
  void addsALineOnlyWhereTheModelsAreOthers() throws Exception {
    start(NINE, "aa");
    start(NINE.plusSeconds(60), "aa");
    start(NINE.plusSeconds(120), "bb");

    List<String> lines = Files.readAllLines(data.resolve("analysis.ndjson"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("\"since\":\"2026-03-02T01:00:00Z\"", "\"aa\"");
    assertThat(lines.get(1)).contains("\"since\":\"2026-03-02T01:02:00Z\"", "\"bb\"");
  }
}
