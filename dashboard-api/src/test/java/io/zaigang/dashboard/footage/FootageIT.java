package io.zaigang.dashboard.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.av.VideoFile;
import io.zaigang.ingest.clip.ClipCheck;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.playout.FrameCounterMark;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.VideoImport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DashboardTest
class FootageIT {

  private static final String SPAN =
      "?from=2026-03-02T09:00:00%2B08:00&to=2026-03-02T09:00:12%2B08:00";
  private static final String PLAYLIST = "/api/cameras/cam-01/playlist.m3u8";

  @BeforeAll
  static void recordTwelveSeconds() throws IOException {
    Path video = Installation.DATA.resolve("hall.mp4");
    SceneScenario hall =
        new SceneScenario(
            List.of(320, 180),
            10,
            Duration.ofSeconds(12),
            Duration.ofSeconds(2),
            "hall",
            List.of(),
            List.of(),
            null);
    new SceneComposer(hall, Installation.DATA).compose(video);
    new VideoImport(
            FootageLog.open(Installation.DATA), "cam-01", Instant.parse("2026-03-02T01:00:00Z"))
        .run(video);
  }

  private static List<String> segments(String playlist) {
    return playlist.lines().filter(line -> line.startsWith("segments/")).distinct().toList();
  }

  @Test
  void playsASpanFromPlaylistToBytes(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);

    HttpResponse<String> playlist = desk.get(PLAYLIST + SPAN);

    assertThat(playlist.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/vnd.apple.mpegurl");
    assertThat(playlist.body())
        .startsWith("#EXTM3U")
        .contains("#EXT-X-MAP:URI=\"segments/", "#EXT-X-PROGRAM-DATE-TIME", "#EXT-X-ENDLIST");
    for (String segment : segments(playlist.body())) {
      HttpResponse<byte[]> bytes =
          desk.send(
              desk.request("/api/cameras/cam-01/" + segment),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(bytes.statusCode()).isEqualTo(200);
      assertThat(new String(bytes.body(), 4, 4)).isEqualTo("ftyp");
    }
  }

  @Test
  void answersByteRangesAndConditionalRequests(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);
    String address = "/api/cameras/cam-01/" + segments(desk.get(PLAYLIST + SPAN).body()).get(0);
    HttpResponse<byte[]> whole =
        desk.send(desk.request(address), HttpResponse.BodyHandlers.ofByteArray());

    HttpResponse<byte[]> part =
        desk.send(
            desk.request(address).header("Range", "bytes=4-7"),
            HttpResponse.BodyHandlers.ofByteArray());
    HttpResponse<String> unchanged =
        desk.send(
            desk.request(address)
                .header("If-None-Match", whole.headers().firstValue("ETag").orElseThrow()));
    HttpResponse<String> beyond =
        desk.send(desk.request(address).header("Range", "bytes=99999999-"));

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range"))
        .hasValue("bytes 4-7/" + whole.body().length);
    assertThat(new String(part.body())).isEqualTo("ftyp");
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(beyond.statusCode()).isEqualTo(416);
  }

  @Test
  void aViewingIsOneEntryOfTheRegisterNotOneASegment(Desks desks) {
    Caller desk = desks.signedInAs("anna", Role.DESK);
    String playlist = desk.get(PLAYLIST + SPAN + "&reason=%E5%A4%8D%E6%A0%B8").body();
    segments(playlist).forEach(segment -> desk.get("/api/cameras/cam-01/" + segment));

    assertThat(entries(desks))
        .containsExactly("anna FOOTAGE_VIEWED cam-01 2026-03-02T01:00:00Z 2026-03-02T01:00:12Z 复核");
  }

  @Test
  void noSegmentLeavesWithoutAnEntry(Desks desks) {
    String segment =
        segments(desks.signedInAs("anna", Role.DESK).get(PLAYLIST + SPAN).body()).get(0);
    Caller other = desks.signedInAs("bert", Role.DESK);

    other.get("/api/cameras/cam-01/" + segment);
    other.get("/api/cameras/cam-01/" + segment);

    assertThat(entries(desks))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("bert FOOTAGE_VIEWED cam-01");
  }

  @Test
  void givesAStillPicture(Desks desks) throws IOException {
    Caller desk = desks.signedInAs("anna", Role.DESK);
    for (String query : List.of("?at=2026-03-02T09:00:05%2B08:00", "")) {
      HttpResponse<byte[]> picture =
          desk.send(
              desk.request("/api/cameras/cam-01/snapshot.jpg" + query),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(picture.statusCode()).isEqualTo(200);
      assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(320);
    }
    assertThat(entries(desks).get(0))
        .startsWith("anna SNAPSHOT_VIEWED cam-01 2026-03-02T01:00:05Z");
  }

  @Test
  void exportsAClipThatCanBeCheckedAndSaysSoInTheRegister(Desks desks) throws Exception {
    Caller desk = desks.signedInAs("anna", Role.DESK);

    HttpResponse<byte[]> clip =
        desk.send(
            desk.request("/api/cameras/cam-01/clip.zip" + SPAN + "&reason=evidence"),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(clip.statusCode()).isEqualTo(200);
    assertThat(clip.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"cam-01-20260302-010000Z.zip\"");
    Path video = unzipped(clip.body(), "cam-01-20260302-010000Z.mp4");
    try (VideoFile opened = VideoFile.open(video)) {
      assertThat(opened.format().codec()).isEqualTo("h264");
    }
    ClipCheck check = ClipCheck.ofData(video, Installation.DATA);
    assertThat(check.problems()).isEmpty();
    assertThat(check.notes()).isEmpty();
    byte[] altered = Files.readAllBytes(video);
    altered[altered.length / 2] ^= 1;
    Files.write(video, altered);
    assertThat(ClipCheck.ofData(video, Installation.DATA).problems()).hasSize(1);
    assertThat(entries(desks))
        .containsExactly(
            "anna CLIP_EXPORTED cam-01 2026-03-02T01:00:00Z 2026-03-02T01:00:12Z evidence");
  }

  /** Takes an export apart; the path of its video. */
  private static Path unzipped(byte[] zip, String video) throws Exception {
    Path folder = Files.createTempDirectory(Installation.DATA, "export");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
    return folder.resolve(video);
  }

  @Test
  void exportsWithBystandersHidden(Desks desks) throws Exception {
    Caller desk = desks.signedInAs("anna", Role.DESK);
    String address = "/api/cameras/cam-01/clip.zip" + SPAN + "&reason=evidence&rendition=";
    long[] sizes = new long[2];
    int i = 0;
    for (String rendition : List.of("MARKED", "BLURRED")) {
      HttpResponse<byte[]> clip =
          desk.send(desk.request(address + rendition), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(clip.statusCode()).isEqualTo(200);
      assertThat(clip.headers().firstValue("Content-Disposition").orElse(""))
          .contains("cam-01-20260302-010000Z-" + rendition.toLowerCase() + ".zip");
      Path video =
          unzipped(clip.body(), "cam-01-20260302-010000Z-" + rendition.toLowerCase() + ".mp4");
      assertThat(ClipCheck.ofData(video, Installation.DATA).problems()).isEmpty();
      sizes[i++] = Files.size(video);
    }
    assertThat(sizes[1]).isNotEqualTo(sizes[0]).isPositive();
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForList("select details from audit_event order by number", String.class))
        .element(2)
        .asString()
        .contains("BLURRED");
    String tooLong = address.replace("09:00:12", "09:20:00") + "BLURRED";
    assertThat(desk.get(tooLong).statusCode()).isEqualTo(400);
  }

  @Test
  void playsAnH265CameraInH264(Desks desks) throws Exception {
    HallFootage.h265("cam-01", Instant.parse("2026-03-02T00:00:00Z"));
    Caller desk = desks.signedInAs("anna", Role.DESK);
    String span = SPAN.replace("09:00", "08:00");

    String playlist = desk.get("/api/cameras/cam-01/playlist.m3u8" + span).body();

    List<String> parts =
        playlist
            .lines()
            .map(line -> line.replaceAll("#EXT-X-MAP:URI=\"([^\"]*)\"", "$1"))
            .filter(line -> line.startsWith("h264/"))
            .toList();
    assertThat(parts).hasSize(3);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (String part : parts) {
      HttpResponse<byte[]> bytes =
          desk.send(
              desk.request("/api/cameras/cam-01/" + part), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(bytes.statusCode()).isEqualTo(200);
      whole.write(bytes.body());
    }
    Path file = Files.write(Installation.DATA.resolve("played.mp4"), whole.toByteArray());
    try (VideoFile video = VideoFile.open(file)) {
      assertThat(video.format().codec()).isEqualTo("h264");
    }
    try (PictureStream pictures = PictureStream.open(file);
        StreamPicture last = pictures.nextFrom(Duration.ofMillis(7_900))) {
      assertThat(FrameCounterMark.read(last.picture(), 8, 8)).isEqualTo(99);
    }
    assertThat(desk.get("/api/cameras/cam-01/snapshot.jpg?at=2026-03-02T00:00:05Z").statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysWhatCannotBeShown(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);
    Map<String, Integer> expected =
        Map.of(
            "/api/cameras/cam-99/playlist.m3u8" + SPAN,
            404,
            "/api/cameras/cam-02/playlist.m3u8" + SPAN,
            404,
            "/api/cameras/cam-02/clip.zip" + SPAN,
            404,
            "/api/cameras/cam-02/snapshot.jpg",
            404,
            "/api/cameras/cam-01/segments/1-1.mp4",
            404,
            "/api/cameras/cam-01/segments/site.yaml",
            404,
            PLAYLIST,
            400,
            PLAYLIST + "?from=yesterday&to=now",
            400,
            PLAYLIST + SPAN.replace("to=2026", "to=2027"),
            400,
            PLAYLIST + SPAN.replace("to=2026", "to=2025"),
            400);
    expected.forEach(
        (path, status) -> {
          HttpResponse<String> answer = desk.get(path);
          assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
          assertThat(answer.body()).contains("\"detail\":");
        });
    assertThat(entries(desks)).isEmpty();
  }

  /** Only what lies in the footage log under a finished name can be had. */
  @Test
  void anUnfinishedOrForeignFileIsNotServed(Desks desks) throws IOException {
    Path day = Files.createDirectories(Installation.DATA.resolve("footage/cam-02/2026-03-02"));
    Files.writeString(day.resolve(".1772413200000.open.mp4"), "unfinished");
    Files.writeString(day.resolve("notes.mp4"), "foreign");
    Caller desk = desks.signedIn(Role.DESK);

    for (String file : List.of(".1772413200000.open.mp4", "notes.mp4", "%2e%2e%2fsite.yaml")) {
      assertThat(desk.get("/api/cameras/cam-02/segments/" + file).statusCode()).isIn(400, 404);
    }
  }

  private static List<String> entries(Desks desks) {
    return desks
        .bean(JdbcTemplate.class)
        .query(
            "select * from audit_event where action not like 'SIGN%' order by number",
            (row, index) ->
                row.getString("actor")
                    + " "
                    + row.getString("action")
                    + " "
                    + row.getString("camera_id")
                    + " "
                    + row.getTimestamp("span_from").toInstant()
                    + " "
                    + row.getTimestamp("span_to").toInstant()
                    + " "
                    + row.getString("reason"));
  }

  @Test
  void aGrowingPlaylistHasNoEnd(Desks desks) {
    Caller desk = desks.signedIn(Role.DESK);
    Instant longAgo = Instant.parse("2026-03-02T01:00:00Z");
    String from = Instant.now().minusSeconds(60).toString();

    HttpRequest.Builder tooLong = desk.request(PLAYLIST + "?from=" + longAgo);
    assertThat(desk.send(tooLong).statusCode()).isEqualTo(400);
    assertThat(desk.get(PLAYLIST + "?from=" + from).statusCode()).isEqualTo(404);
  }
}
