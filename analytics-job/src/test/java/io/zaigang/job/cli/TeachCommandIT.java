package io.zaigang.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.job.TestPlaces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three verdicts over real footage: they are looked at, and are too few to learn from. */
class TeachCommandIT {

  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void looksAtTheFootageOfVerdictsAndLearnsNothingFromFew() throws Exception {
    Path video = TestPlaces.video("post_table_a/post_table_a.mp4");
    Instant start = Instant.parse("2026-03-02T01:00:00Z");
    new VideoImport(FootageLog.open(dir), "cam-01", start).run(video);
    Path verdicts = dir.resolve("verdicts.ndjson");
    Files.writeString(
        verdicts,
        incident("a", 8, "{\"standing\":\"CONFIRMED\"}")
            + incident(
                "b",
                28,
                "{\"standing\":\"DISMISSED\",\"verdict\":{\"falseAlarm\":\"NOT_A_PHONE\"}}")
            + incident("footage is gone", 500, "{\"standing\":\"CONFIRMED\"}"));

    int exit = teach(verdicts);

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Too little to learn from: 1 confirmed and 1 dismissed incidents on 1 days");
    assertThat(dir.resolve("taught/teach.json")).content().contains("\"head\":null");
    assertThat(dir.resolve("taught/phone-head.json")).doesNotExist();
  }

  @Test
  void refusesVerdictsThatAreNoneInOneLine() throws Exception {
    Path verdicts = Files.writeString(dir.resolve("verdicts.ndjson"), "a,b\n");

    assertThat(teach(verdicts)).isEqualTo(2);
    assertThat(err.toString()).contains("verdicts.ndjson, line 1");
    assertThat(teach(dir.resolve("gone.ndjson"))).isEqualTo(2);
    assertThat(err.toString()).contains("--verdicts: no file");
  }

  private int teach(Path verdicts) throws Exception {
    return JobMain.commandLine()
        .setErr(new PrintWriter(err))
        .setOut(new PrintWriter(out))
        .execute(
            "teach",
            "--site=" + site(),
            "--data=" + dir,
            "--verdicts=" + verdicts,
            "--out=" + dir.resolve("taught"),
            "--models=" + TestPlaces.models());
  }

  private static String incident(String id, int second, String review) {
    Instant from = Instant.parse("2026-03-02T01:00:00Z").plusSeconds(second);
    return """
        {"id":"%s","type":"PHONE_USE","postIds":["w01-a"],"cameraIds":["cam-01"],\
        "startedAt":"%s","endedAt":"%s","review":%s}
        """
        .formatted(id, from, from.plusSeconds(10), review);
  }

  private Path site() throws Exception {
    return Files.writeString(
        dir.resolve("site.yaml"),
        """
        hall: { id: test, name: 测试大厅, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI]
          seasons:
            - { name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00", "13:00-16:30"] }
        cameras:
          - { id: cam-01, name: 桌, url: "rtsp://192.0.2.11/1" }
        windows:
          - id: w01
            name: 1号窗口
            unit: 测试
            kind: COUNTER
            minOnPost: 1
            posts:
              - id: w01-a
                name: A岗
                zones: [{ camera: cam-01, polygon: [[0.48,0.05],[0.76,0.05],[0.76,1],[0.48,1]] }]
        """);
  }
}
