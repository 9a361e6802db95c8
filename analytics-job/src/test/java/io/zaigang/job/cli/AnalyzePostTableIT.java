package io.zaigang.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.job.TestPlaces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People come to a table one at a time and leave again: each time nobody is there is found. */
class AnalyzePostTableIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String VIDEO = "post_table_a/post_table_a.mp4";
  private static final String NINE = "2026-03-02T09:00:00+08:00";
  private static final String END = "2026-03-02T09:01:12+08:00";
  private static final double WIDTH = 768;
  private static final double HEIGHT = 432;
  private static final Offset<Double> ONE_SECOND = Offset.offset(1.0);

  @TempDir private Path dir;

  @Test
  void findsEveryTimeTheTableIsEmptyAndNoOther() throws Exception {
    Path video = TestPlaces.video(VIDEO);
    JsonNode events = JSON.readTree(Files.readString(video.resolveSibling("events.json")));
    Path data = imported(video);
    Path site = site(events);

    analyze(site, data, "one", "1");
    analyze(site, data, "two", "2");

    List<double[]> expected = emptyIntervals(events);
    List<JsonNode> found = incidents(dir.resolve("one"));
    assertThat(found).as("incidents").hasSameSizeAs(expected);
    double duration = events.get("duration_s").doubleValue();
    for (int i = 0; i < expected.size(); i++) {
      JsonNode incident = found.get(i);
      assertThat(incident.get("type").stringValue()).isEqualTo("VACANCY");
      assertThat(second(incident, "startedAt")).isCloseTo(expected.get(i)[0], ONE_SECOND);
      if (expected.get(i)[1] >= duration) {
        assertThat(incident.get("status").stringValue()).isEqualTo("OPEN");
        assertThat(incident.get("endedAt").isNull()).isTrue();
      } else {
        assertThat(incident.get("status").stringValue()).isEqualTo("CLOSED");
        assertThat(second(incident, "endedAt")).isCloseTo(expected.get(i)[1], ONE_SECOND);
      }
    }
    for (String file : List.of("incidents.ndjson", "occupancy.ndjson", "detections.ndjson")) {
      assertThat(dir.resolve("one").resolve(file))
          .hasSameBinaryContentAs(dir.resolve("two").resolve(file));
    }
    assertThat(Files.readAllLines(dir.resolve("one/detections.ndjson"))).hasSize(360);
    replay(site, dir.resolve("one/detections.ndjson"), "again");
    for (String file : List.of("incidents.ndjson", "occupancy.ndjson")) {
      assertThat(dir.resolve("again").resolve(file))
          .as("the rules alone over the detections")
          .hasSameBinaryContentAs(dir.resolve("one").resolve(file));
    }
    JsonNode run = JSON.readTree(Files.readString(dir.resolve("one/run.json")));
    assertThat(run.get("footageSeconds").doubleValue()).isCloseTo(duration, ONE_SECOND);
    assertThat(run.get("framesAnalysed").intValue()).isEqualTo(360);
    assertThat(run.get("models").get(0).get("sha256").stringValue()).hasSize(64);
  }

  private Path imported(Path video) throws Exception {
    Path data = dir.resolve("data");
    Instant start = OffsetDateTime.parse(NINE).toInstant();
    new VideoImport(FootageLog.open(data), "cam-01", start).run(video);
    return data;
  }

  private Path site(JsonNode events) throws Exception {
    List<String> polygon = new ArrayList<>();
    for (JsonNode point : events.get("regions").get(0).get("polygon")) {
      polygon.add(
          "[%s, %s]"
              .formatted(point.get(0).doubleValue() / WIDTH, point.get(1).doubleValue() / HEIGHT));
    }
    Path site = dir.resolve("site.yaml");
    Files.writeString(
        site,
        """
        hall: { id: test, name: 测试大厅, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI]
          seasons:
            - { name: 冬令, from: "10-01", to: "04-30", hours: ["08:30-12:00", "13:00-16:30"] }
            - { name: 夏令, from: "05-01", to: "09-30", hours: ["08:30-12:00", "13:30-17:00"] }
        rules:
          vacancy: { grace: PT2S, absentAfter: PT1S, presentAfter: PT1S }
        cameras:
          - { id: cam-01, name: 桌, url: "rtsp://192.0.2.11/1", analysisFps: 5 }
        windows:
          - id: w01
            name: 1号窗口
            unit: 测试
            kind: COUNTER
            minOnPost: 1
            posts:
              - { id: w01-a, name: A岗, zones: [{ camera: cam-01, polygon: [%s] }] }
        """
            .formatted(String.join(", ", polygon)));
    return site;
  }

  private void analyze(Path site, Path data, String out, String parallelism) {
    StringWriter err = new StringWriter();
    int exit =
        JobMain.commandLine()
            .setErr(new PrintWriter(err))
            .execute(
                "analyze",
                "--site=" + site,
                "--data=" + data,
                "--from=" + NINE,
                "--to=" + END,
                "--out=" + dir.resolve(out),
                "--models=" + TestPlaces.models(),
                "--parallelism=" + parallelism);
    assertThat(exit).as(err.toString()).isZero();
  }

  private void replay(Path site, Path detections, String out) {
    StringWriter err = new StringWriter();
    int exit =
        JobMain.commandLine()
            .setErr(new PrintWriter(err))
            .execute(
                "replay",
                "--site=" + site,
                "--detections=" + detections,
                "--out=" + dir.resolve(out));
    assertThat(exit).as(err.toString()).isZero();
  }

  private static List<double[]> emptyIntervals(JsonNode events) {
    List<double[]> intervals = new ArrayList<>();
    for (JsonNode interval : events.get("regions").get(0).get("intervals")) {
      if (interval.get("state").stringValue().equals("empty")) {
        intervals.add(
            new double[] {
              interval.get("from_s").doubleValue(), interval.get("to_s").doubleValue()
            });
      }
    }
    return intervals;
  }

  private static List<JsonNode> incidents(Path out) throws Exception {
    return Files.readAllLines(out.resolve("incidents.ndjson")).stream()
        .map(JSON::readTree)
        .toList();
  }

  private static double second(JsonNode incident, String field) {
    Instant at = OffsetDateTime.parse(incident.get(field).stringValue()).toInstant();
    return Duration.between(OffsetDateTime.parse(NINE).toInstant(), at).toMillis() / 1000.0;
  }
}
