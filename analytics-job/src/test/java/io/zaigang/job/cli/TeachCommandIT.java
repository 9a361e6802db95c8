package io.zaigang.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.av.EncoderSettings;
import io.zaigang.ingest.av.VideoFileWriter;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.job.TestPlaces;
import io.zaigang.models.imaging.PictureFile;
import io.zaigang.models.registry.Sha256;
import io.zaigang.models.teach.HeadTeacher;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verdicts over real footage. Nobody in it uses a phone: that on every day some pictures were
 * confirmed and others dismissed is made up, and is what the head has to learn.
 */
class TeachCommandIT {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  /**
   * Someone at a desk, each picture shown for so long. In the first two NanoDet sees a trace of a
   * phone at a hand, in the others SSDLite does, and more of it.
   */
  private static final List<String> PICTURES =
      List.of(
          "20230115_123135.jpg",
          "20230115_123018.jpg",
          "20230115_123001.jpg",
          "20230115_122919.jpg");

  private static final int EACH = 5;
  private static final int SECONDS = 4 * EACH;

  /** Lines of the export. */
  private static final int CONFIRMED = 0;

  private static final int DISMISSED = 1;

  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void looksAtTheFootageOfVerdictsAndLearnsNothingFromFew() throws Exception {
    Path video = TestPlaces.video("post_table_a/post_table_a.mp4");
    new VideoImport(FootageLog.open(dir), "cam-01", START).run(video);
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
  void learnsFromWhatPeopleJudgedAndTheJobUsesIt() throws Exception {
    Path video = desk();
    FootageLog log = FootageLog.open(dir);
    List<String> lines = new ArrayList<>();
    for (int day = 0; day < HeadTeacher.LEAST_DAYS; day++) {
      Instant start = START.plus(day, ChronoUnit.DAYS);
      new VideoImport(log, "cam-01", start).run(video);
      for (int second = 0; second < SECONDS; second += EACH) {
        lines.add(judged(second < SECONDS / 2 ? CONFIRMED : DISMISSED, start.plusSeconds(second)));
      }
    }
    Path verdicts = Files.write(dir.resolve("verdicts.ndjson"), lines);

    assertThat(teach(verdicts)).as(err.toString()).isZero();

    Path head = dir.resolve("taught/phone-head.json");
    assertThat(out.toString()).contains(": real", "phoneHead: { path: " + head);
    Path models = Files.createDirectory(dir.resolve("models"));
    Files.writeString(
        models.resolve("models.yaml"),
        Files.readString(TestPlaces.models().resolve("models.yaml"))
                .replace("path: ", "path: " + TestPlaces.models().toAbsolutePath() + "/")
            + "phoneHead: { path: "
            + head
            + " }\n");
    Path untaught = analyze(site(), TestPlaces.models(), "untaught");
    Path taught = analyze(site(), models, "taught-run");
    assertThat(difference(taught)).isGreaterThan(difference(untaught) + 0.1);
    assertThat(untaught.resolve("run.json")).content().doesNotContain("phone-head");
    assertThat(taught.resolve("run.json")).content().contains("phone-head", Sha256.of(head));

    String off = Files.readString(site()) + "operation: { taughtHead: false }\n";
    Path without = Files.writeString(dir.resolve("off.yaml"), off);
    assertThat(difference(analyze(without, models, "off"))).isEqualTo(difference(untaught));
  }

  @Test
  void refusesVerdictsThatAreNoneInOneLine() throws Exception {
    Path verdicts = Files.writeString(dir.resolve("verdicts.ndjson"), "a,b\n");

    assertThat(teach(verdicts)).isEqualTo(2);
    assertThat(err.toString()).contains("verdicts.ndjson, line 1");
    assertThat(teach(dir.resolve("gone.ndjson"))).isEqualTo(2);
    assertThat(err.toString()).contains("--verdicts: no file");
  }

  /** A line of the dashboard's export, made to be five seconds from an instant on. */
  private static String judged(int line, Instant from) throws Exception {
    try (InputStream exported = TeachCommandIT.class.getResourceAsStream("/teach/judged.ndjson")) {
      String text =
          new String(Objects.requireNonNull(exported).readAllBytes(), StandardCharsets.UTF_8);
      ObjectNode judged =
          (ObjectNode) JsonMapper.shared().readTree(text.lines().toList().get(line));
      judged.put("id", from.toString());
      judged.putArray("postIds").add("w01-a");
      judged.put("startedAt", from.toString());
      judged.put("endedAt", from.plusSeconds(5).toString());
      return judged.toString();
    }
  }

  private Path analyze(Path site, Path models, String name) throws Exception {
    Path folder = dir.resolve(name);
    int exit =
        JobMain.commandLine()
            .setErr(new PrintWriter(err))
            .setOut(new PrintWriter(out))
            .execute(
                "analyze",
                "--site=" + site,
                "--data=" + dir,
                "--from=" + START,
                "--to=" + START.plusSeconds(SECONDS),
                "--out=" + folder,
                "--models=" + models);
    assertThat(exit).as(err.toString()).isZero();
    return folder;
  }

  /** By how much what was confirmed scores higher than what was dismissed. */
  private static double difference(Path run) throws Exception {
    return meanPhone(run, 0) - meanPhone(run, SECONDS / 2);
  }

  private static double meanPhone(Path run, int fromSecond) throws Exception {
    List<Double> scores = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("detections.ndjson"))) {
      JsonNode frame = JsonMapper.shared().readTree(line);
      Instant at = OffsetDateTime.parse(frame.get("at").asString()).toInstant();
      long second = Duration.between(START, at).toSeconds();
      if (second >= fromSecond && second < fromSecond + SECONDS / 2) {
        frame
            .get("persons")
            .valueStream()
            .filter(person -> person.has("phone"))
            .forEach(person -> scores.add(person.get("phone").asDouble()));
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Someone at a desk, filmed by one picture a second. */
  private Path desk() throws Exception {
    Path file = dir.resolve("desk.mp4");
    Path folder = TestPlaces.images("desk_phone_lying");
    EncoderSettings settings = new EncoderSettings(1280, 960, 1, Duration.ofSeconds(EACH));
    try (VideoFileWriter writer = new VideoFileWriter(file, settings)) {
      for (int second = 0; second < SECONDS; second++) {
        try (BgrPicture picture = PictureFile.read(folder.resolve(PICTURES.get(second / EACH)))) {
          byte[] pixels = new byte[3 * picture.widthPx() * picture.heightPx()];
          picture.pixels().get(pixels);
          writer.write(pixels, Duration.ofSeconds(second));
        }
      }
      writer.finish();
    }
    return file;
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
    Instant from = START.plusSeconds(second);
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
                zones: [{ camera: cam-01, polygon: [[0.1,0],[0.9,0],[0.9,1],[0.1,1]] }]
        """);
  }
}
