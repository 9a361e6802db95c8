package io.zaigang.ingest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.GapLedger;
import io.zaigang.ingest.footage.Segment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestMainTest {

  private static final String START = "2026-03-02T09:00:00+08:00";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return IngestMain.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
  }

  private void assertOneLine(String... contents) {
    assertThat(err.toString().strip()).doesNotContain("\n").contains(contents);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private Path video() throws Exception {
    return NumberedFootage.video(folder, 12.5, Duration.ofSeconds(8), Duration.ofSeconds(2));
  }

  @Test
  void importedFootageIsListedCutAndChecked() throws Exception {
    Path data = folder.resolve("data");
    assertThat(run("import", video(), "--camera", "cam-01", "--start", START, "--data", data))
        .isZero();

    assertThat(run("footage", "--data", data, "--verify")).isZero();
    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.path("cameraId").asString()).isEqualTo("cam-01");
    assertThat(json.path("from").asString()).isEqualTo("2026-03-02T09:00:00.000+08:00");
    assertThat(json.path("to").asString()).isEqualTo("2026-03-02T09:00:08.000+08:00");
    assertThat(json.path("segments").asInt()).isEqualTo(2);
    assertThat(json.path("recordedSeconds").asDouble()).isEqualTo(8.0);
    assertThat(json.path("bytes").asLong()).isPositive();
    assertThat(json.path("gaps").isEmpty()).isTrue();
    assertThat(json.path("bad").isEmpty()).isTrue();

    Path clip = folder.resolve("clip.mp4");
    assertThat(
            run(
                "clip",
                "--camera",
                "cam-01",
                "--from",
                "2026-03-02T09:00:01+08:00",
                "--to",
                "2026-03-02T09:00:05+08:00",
                "--data",
                data,
                "--out",
                clip))
        .isZero();
    assertThat(run("clip", "--check", clip)).isZero();

    byte[] bytes = Files.readAllBytes(clip);
    bytes[bytes.length / 2] ^= 1;
    Files.write(clip, bytes);
    assertThat(run("clip", "--check", clip)).isEqualTo(1);
    assertOneLine("clip.mp4 was altered");
  }

  @Test
  void anAlteredManifestDoesNotPass() throws Exception {
    Path data = folder.resolve("data");
    run("import", video(), "--camera", "cam-01", "--start", START, "--data", data);
    Path clip = folder.resolve("clip.mp4");
    run(
        "clip",
        "--camera",
        "cam-01",
        "--from",
        START,
        "--to",
        "2026-03-02T09:00:03+08:00",
        "--data",
        data,
        "--out",
        clip);
    Path manifest = folder.resolve("clip.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("2026-03-02T01:00:00Z", "2026-03-02T02:00:00Z"));

    assertThat(run("clip", "--check", clip)).isEqualTo(1);
    assertOneLine("clip.json was altered");
  }

  @Test
  void aClipThatShowsThePostsAloneIsCheckedLikeAnyOther() throws Exception {
    Path data = folder.resolve("data");
    run("import", video(), "--camera", "cam-01", "--start", START, "--data", data);
    Path site =
        Files.writeString(
            folder.resolve("site.yaml"),
            """
            hall: { id: h, name: 大厅, timeZone: Asia/Shanghai }
            calendar:
              workdays: [MON]
              seasons: [{ name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00"] }]
            cameras: [{ id: cam-01, name: 东侧, url: "rtsp://192.0.2.1/1" }]
            windows:
              - id: w03
                name: 3号窗口
                unit: 局
                kind: COUNTER
                posts:
                  - id: w03-a
                    name: A岗
                    zones: [{ camera: cam-01, polygon: [[0.1, 0.3], [0.4, 0.3], [0.4, 0.9]] }]
            """);
    Path clip = folder.resolve("blurred.mp4");

    int done = blurred(data, "cam-01", site, clip);

    assertThat(done).as(err.toString()).isZero();
    assertThat(run("clip", "--check", clip, "--against", data)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("blurred.json")))
        .contains("\"rendition\" : \"BLURRED\"", "\"segments\"");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .as("what was cut for it is gone")
          .noneMatch(name -> name.startsWith(".clip-"));
    }
    assertThat(blurred(data, "cam-02", site, clip)).isEqualTo(2);
    assertOneLine("no post that camera 'cam-02' sees");
  }

  private int blurred(Path data, String camera, Path site, Path clip) {
    return run(
        "clip",
        "--camera",
        camera,
        "--from",
        START,
        "--to",
        "2026-03-02T09:00:03+08:00",
        "--data",
        data,
        "--out",
        clip,
        "--blur-outside",
        site);
  }

  @Test
  void overlapIsRefusedAndLeavesNothingBehind() throws Exception {
    Path data = folder.resolve("data");
    run("import", video(), "--camera", "cam-01", "--start", START, "--data", data);
    FootageLog log = FootageLog.open(data);
    int before = log.all("cam-01").size();

    assertThat(
            run(
                "import",
                video(),
                "--camera",
                "cam-01",
                "--start",
                "2026-03-02T09:00:05+08:00",
                "--data",
                data))
        .isEqualTo(2);
    assertOneLine("cam-01", "overlap");
    assertThat(log.all("cam-01")).hasSize(before);
    try (Stream<Path> files = Files.list(log.cameraFolder("cam-01"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void tellsWhyFootageIsMissingAndWhichSegmentsAreBad() throws Exception {
    Path data = folder.resolve("data");
    run("import", video(), "--camera", "cam-01", "--start", START, "--data", data);
    run(
        "import",
        video(),
        "--camera",
        "cam-01",
        "--start",
        "2026-03-02T10:00:00+08:00",
        "--data",
        data);
    FootageLog log = FootageLog.open(data);
    List<Segment> segments = log.all("cam-01");
    GapLedger ledger = GapLedger.of(log, "cam-01");
    Instant noon = Instant.parse("2026-03-02T01:30:00Z");
    ledger.add(
        List.of(
            new Gap(segments.get(1).end(), noon, GapCause.CAMERA_OFFLINE),
            new Gap(noon, segments.get(2).start(), GapCause.RECORDER_DOWN)));
    ledger.grows(
        List.of(
            new Gap(
                segments.get(3).end(),
                segments.get(3).end().plusSeconds(90),
                GapCause.DISK_REFUSED)));
    byte[] bytes = Files.readAllBytes(segments.get(0).file());
    Files.write(segments.get(0).file(), Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(run("footage", "--data", data, "--verify")).isEqualTo(1);

    JsonNode json = new JsonMapper().readTree(out.toString());
    assertThat(json.path("gaps").valueStream().map(gap -> gap.path("cause").asString()))
        .containsExactly("CAMERA_OFFLINE", "RECORDER_DOWN", "DISK_REFUSED");
    assertThat(json.path("gaps").get(0).path("to").asString())
        .isEqualTo("2026-03-02T09:30:00.000+08:00");
    assertThat(json.path("bad").valueStream().map(bad -> bad.path("file").asString()))
        .containsExactly(segments.get(0).fileName());
  }

  @Test
  void mistakesAreToldInOneLineAndChangeNothing() throws Exception {
    Path data = folder.resolve("data");
    Path text = Files.writeString(folder.resolve("text.mp4"), "this is no video");
    Path list =
        Files.writeString(folder.resolve("list.mp4"), "ffconcat version 1.0\nfile " + video());

    assertThat(run("import", text, "--camera", "c", "--start", START, "--data", data)).isEqualTo(2);
    assertOneLine("text.mp4", "no video");
    assertThat(run("import", list, "--camera", "c", "--start", START, "--data", data)).isEqualTo(2);
    assertOneLine("list.mp4");
    assertThat(run("import", folder, "--camera", "c", "--start", START, "--data", data))
        .isEqualTo(2);
    assertOneLine("cannot be read");
    assertThat(run("import", text, "--camera", "../c", "--start", START, "--data", data))
        .isEqualTo(2);
    assertOneLine("../c");
    assertThat(run("import", text, "--camera", "c", "--start", "yesterday", "--data", data))
        .isEqualTo(2);
    assertOneLine("yesterday", "2026-03-02T08:30:00+08:00");
    assertThat(run("import", text, "--camera", "c", "--start", START, "--data", text)).isEqualTo(2);
    assertOneLine("cannot be written");
    assertThat(run("footage", "--data", folder.resolve("none"))).isEqualTo(2);
    assertOneLine("none");
    assertThat(run("record", "--site", text, "--data", data)).isEqualTo(2);
    assertOneLine("text.mp4");
    assertThat(run("record", "--site", text, "--data", data, "--keep-days", 0)).isEqualTo(2);
    assertOneLine("PT0S", "PT24H");
    assertThat(run("record", "--site", text, "--data", data, "--disk-warn-mb", 1)).isEqualTo(2);
    assertOneLine("warning");
    assertThat(run("nonsense")).isEqualTo(2);
    assertOneLine("nonsense");
    assertThat(
            run(
                "clip",
                "--camera",
                "c",
                "--from",
                START,
                "--to",
                "2026-03-02T09:00:05+08:00",
                "--data",
                folder,
                "--out",
                folder.resolve("x.mp4")))
        .isEqualTo(2);
    assertOneLine("nothing is recorded");
    assertThat(data.resolve("footage").resolve("c")).doesNotExist();
    assertThat(folder.resolve("x.mp4")).doesNotExist();
  }

  @Test
  void anArchiveIsSetUpWhollyOrExplained() throws Exception {
    String[] archive = {"archive", "--data", folder.toString(), "--once", "--bucket", "hall"};
    assertThat(run((Object[]) archive)).isEqualTo(2);
    assertOneLine("ZAIGANG_ARCHIVE_ENDPOINT");

    Object[] remote = append(archive, "--endpoint", "http://192.0.2.1:9000");
    assertThat(run(remote)).isEqualTo(2);
    assertOneLine("access key is missing", "ZAIGANG_ARCHIVE_ACCESS_KEY", "archive-access-key");

    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("archive-access-key"), "hall\n");
    Files.writeString(secrets.resolve("archive-secret-key"), "very-secret\n");
    assertThat(run(remote)).isEqualTo(2);
    assertOneLine("plain HTTP", "--insecure");
    assertThat(err.toString()).doesNotContain("very-secret");

    Object[] nowhere = append(archive, "--endpoint", "store.example");
    assertThat(run(nowhere)).isEqualTo(2);
    assertOneLine("https://");
    assertThat(run(append(archive, "--endpoint", "https://192.0.2.1", "--keep", "P3D")))
        .isEqualTo(2);
    assertOneLine("--keep", "30 days");
    assertThat(run(append(archive, "--endpoint", "https://192.0.2.1", "--fetch"))).isEqualTo(2);
    assertOneLine("--camera, --from and --to");
  }

  private static Object[] append(String[] args, String... more) {
    return Stream.of(args, more).flatMap(Arrays::stream).toArray();
  }
}
