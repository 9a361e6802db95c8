package io.zaigang.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import io.zaigang.ingest.siteplan.SitePlanFile;
import io.zaigang.job.TestPlans;
import io.zaigang.job.json.ContractJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk with a phone, away from 200 to 260 s, then in company: an hour of one camera. */
class ReplayCommandTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final ContractJson JSON = new ContractJson(ZoneId.of("Asia/Shanghai"));

  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws Exception {
    Files.writeString(
        dir.resolve("site.yaml"), SitePlanFile.toYaml(TestPlans.hallWithArea("cam-1")));
    List<String> lines = new ArrayList<>();
    for (int second = 0; second < 3600; second++) {
      lines.add(JSON.frame(frame(second)));
    }
    Files.write(dir.resolve("detections.ndjson"), lines);
  }

  @Test
  void findsIncidentsOfEveryKindTheFramesShow() throws Exception {
    assertThat(replay()).as(err.toString()).isZero();

    String incidents = Files.readString(dir.resolve("out/incidents.ndjson"));
    assertThat(incidents.lines()).hasSize(3);
    assertThat(incidents)
        .contains("\"type\":\"VACANCY\"", "\"type\":\"PHONE_USE\"", "\"type\":\"GATHERING\"");
    assertThat(Files.readAllLines(dir.resolve("out/occupancy.ndjson"))).hasSize(60);
    assertThat(dir.resolve("out/run.json")).content().contains("\"framesJudged\" : 3600");
  }

  @Test
  void showsWhatThereWouldBeUnderOtherGraces() {
    assertThat(replay("--grace=PT30S,PT2M")).as(err.toString()).isZero();

    List<String> table = out.toString().lines().toList();
    assertThat(table).hasSize(3);
    assertThat(table.get(1)).startsWith("PT30S").containsPattern(" 1 +1\\.0 +1\\.0 ");
    assertThat(table.get(2)).startsWith("PT2M").containsPattern(" 0 +0\\.0 +0\\.0 ");
  }

  @Test
  void refusesFramesOutOfOrderAndWritesNothing() throws Exception {
    Path file = dir.resolve("detections.ndjson");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add(lines.get(5));
    Files.write(file, lines);

    assertThat(replay()).isEqualTo(2);

    assertThat(err.toString())
        .contains("line 3601")
        .contains("time order")
        .doesNotContain("at io.");
    assertThat(dir.resolve("out")).isEmptyDirectory();
  }

  @Test
  void saysWhichLineIsNoFrame() throws Exception {
    Files.writeString(dir.resolve("detections.ndjson"), "{\"cameraId\":\"cam-1\"}\n");

    assertThat(replay()).isEqualTo(2);

    assertThat(err.toString()).contains("detections.ndjson, line 1: 'at' is missing");
  }

  private int replay(String... more) {
    List<String> call = new ArrayList<>();
    call.add("replay");
    call.add("--site=" + dir.resolve("site.yaml"));
    call.add("--detections=" + dir.resolve("detections.ndjson"));
    call.add("--out=" + dir.resolve("out"));
    call.addAll(List.of(more));
    return JobMain.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(call.toArray(String[]::new));
  }

  private static FrameDetections frame(int second) {
    boolean away = second >= 200 && second < 260;
    List<PersonDetection> people = new ArrayList<>();
    if (!away) {
      boolean onThePhone = second < 150;
      people.add(
          new PersonDetection(
              new Box(400, 200, 100, 400), 0.9, onThePhone ? 0.95 : 0.03, onThePhone));
    }
    if (second >= 1000 && second < 1100) {
      people.add(PersonDetection.of(new Box(520, 200, 100, 400), 0.8));
      people.add(PersonDetection.of(new Box(640, 200, 100, 400), 0.8));
    }
    return new FrameDetections(
        "cam-1",
        NINE.plusSeconds(second),
        1000,
        1000,
        null,
        people,
        List.of(new PostEvidence("w1-a", Map.of("ssd", away ? 0.0 : 0.9), away ? 0.01 : 0.99)));
  }
}
