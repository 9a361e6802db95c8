package io.zaigang.dashboard.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.incident.Incidents;
import io.zaigang.dashboard.incident.JudgedIncidents;
import io.zaigang.dashboard.incident.Judging;
import io.zaigang.domain.incident.Incident;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.clip.ClipCheck;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.playout.FrameCounterMark;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.VideoImport;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Evidence from the job's report to the desk's download, on footage that numbers its pictures. */
@DashboardTest
class EvidenceIT {

  private static final Instant RECORDED = Instant.parse("2026-03-02T01:00:00Z");
  private static final Duration LENGTH = Duration.ofSeconds(48);
  private static final Instant ONSET = RECORDED.plusMillis(14_350);
  private static final Instant END = RECORDED.plusSeconds(32);
  private static final int COUNTER_Y = 80;

  private static List<Segment> segments = List.of();

  @BeforeAll
  static void recordNumberedPictures() throws Exception {
    Path video = Installation.DATA.resolve("numbered.mp4");
    new SceneComposer(
            new SceneScenario(
                List.of(352, 198),
                10,
                LENGTH,
                Duration.ofSeconds(2),
                "hall",
                List.of(),
                List.of(),
                List.of(8, COUNTER_Y)),
            Installation.DATA)
        .compose(video);
    segments = new VideoImport(FootageLog.open(Installation.DATA), "cam-01", RECORDED).run(video);
  }

  @BeforeEach
  void beginWithoutEvidence() throws Exception {
    FileSystemUtils.deleteRecursively(Installation.DATA.resolve("evidence"));
    FileSystemUtils.deleteRecursively(Installation.DATA.resolve("holds"));
  }

  private static String deliver(Desks desks, Incident incident) {
    HttpResponse<String> answer = desks.job().post("/internal/incidents", Incidents.json(incident));
    assertThat(answer.statusCode()).isEqualTo(200);
    return incident.id();
  }

  private static String address(String id) {
    return "/api/incidents/" + id + "/evidence";
  }

  private static JsonNode made(Desks desks, String id) {
    EvidenceMaking.now(desks);
    return desks.signedInAs("waiting", Role.DESK).getJson(address(id));
  }

  private static int numberAt(Path file, long offsetMillis) throws Exception {
    int number = -1;
    try (PictureStream pictures = PictureStream.open(file)) {
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          if (picture.offset().toMillis() > offsetMillis) {
            return number;
          }
          number = FrameCounterMark.read(picture.picture(), 8, COUNTER_Y);
        }
      }
    }
    return number;
  }

  private static Path download(Caller desk, String path) throws Exception {
    HttpResponse<byte[]> answer =
        desk.send(desk.request(path), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    Path folder = Files.createDirectories(Installation.DATA.resolve("downloads"));
    String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    return Files.write(folder.resolve(name), answer.body());
  }

  @Test
  void makesAClipThatShowsTheOnsetAndIsWhatTheManifestSays(Desks desks) throws Exception {
    String id = deliver(desks, Incidents.closed(ONSET, END));
    JsonNode evidence = made(desks, id);

    assertThat(evidence.path("state").asString()).isEqualTo("READY");
    assertThat(evidence.path("reason").isNull()).isTrue();
    JsonNode clip = evidence.path("clips").path(0);
    assertThat(clip.path("showsOnset").asBoolean()).isTrue();
    assertThat(clip.path("gaps")).isEmpty();
    JsonNode onset = clip.path("chapters").path(1);
    assertThat(onset.path("kind").asString()).isEqualTo("ONSET");

    Caller desk = desks.signedIn(Role.DESK);
    Path plain = download(desk, clip.path("url").asString());
    Path marked = download(desk, clip.path("markedUrl").asString());
    assertThat(numberAt(plain, onset.path("offsetMillis").asLong())).isEqualTo(143);
    assertThat(numberAt(marked, onset.path("offsetMillis").asLong())).isEqualTo(143);

    Path file = Installation.DATA.resolve("evidence").resolve(id).resolve("cam-01.mp4");
    assertThat(ClipCheck.of(file).problems()).isEmpty();
    assertThat(ClipCheck.of(file).notes()).isEmpty();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 1;
    Files.write(file, bytes);
    assertThat(ClipCheck.of(file).problems()).hasSize(1);
  }

  @Test
  void saysInTheManifestByWhatItWasJudged(Desks desks) throws Exception {
    Files.writeString(
        Installation.DATA.resolve("analysis.ndjson"),
        """
        {"since":"2026-01-01T00:00:00Z","models":[{"id":"nanodet","sha256":"aa"}]}
        {"since":"2027-01-01T00:00:00Z","models":[{"id":"later","sha256":"bb"}]}
        """);
    String id = deliver(desks, Incidents.closed(ONSET, END));
    made(desks, id);
    Caller desk = desks.signedIn(Role.DESK);

    JsonNode manifest = desk.getJson(address(id) + "/cam-01.json");

    assertThat(manifest.path("incident").path("startedAt").asString()).isEqualTo(ONSET.toString());
    assertThat(manifest.path("hall").path("name").asString()).isEqualTo("旌德县政务服务中心");
    assertThat(manifest.path("rules").path("vacancy").path("grace").asString()).isEqualTo("PT5M");
    assertThat(manifest.path("sitePlan").path("version").asInt()).isPositive();
    assertThat(manifest.path("analysis").path("models").path(0).path("id").asString())
        .isEqualTo("nanodet");
    assertThat(manifest.path("segments")).hasSizeGreaterThan(5);
    assertThat(manifest.path("software").asString()).startsWith("zaigang");
    assertThat(desk.getJson(address(id) + "/cam-01-marked.json").path("plainSha256").asString())
        .isEqualTo(manifest.path("clipSha256").asString());
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForObject(
                    "select details from audit_event where action = 'EVIDENCE_MADE'", String.class))
        .contains(manifest.path("seal").path("sha256").asString());
  }

  @Test
  void holdsFootageWhileTheIncidentIsOpenAndMakesTheClipOnceItIsOver(Desks desks) throws Exception {
    String id = deliver(desks, Incidents.open(ONSET));
    EvidenceWorker worker = desks.bean(EvidenceWorker.class);
    worker.look();
    Caller desk = desks.signedIn(Role.DESK);

    JsonNode open = desk.getJson(address(id));
    assertThat(open.path("state").asString()).isEqualTo("PENDING");
    assertThat(open.path("reason").asString()).isEqualTo("INCIDENT_OPEN");
    assertThat(open.path("clips")).isEmpty();
    FootageHolds holds = FootageHolds.open(Installation.DATA);
    assertThat(holds.covers(segments.get(0))).isFalse();
    assertThat(holds.covers(segments.get(1))).isTrue();
    assertThat(holds.covers(segments.get(segments.size() - 1))).isTrue();

    deliver(desks, Incidents.closed(ONSET, END));
    assertThat(made(desks, id).path("state").asString()).isEqualTo("READY");
    assertThat(holds.covers(segments.get(segments.size() - 1))).isFalse();
    assertThat(holds.covers(segments.get(5))).isTrue();
  }

  @Test
  void saysWhatIsMissing(Desks desks) throws Exception {
    Instant late = RECORDED.plus(LENGTH).minusSeconds(6);
    String cut = deliver(desks, Incidents.closed(late, late.plusSeconds(20)));
    String before = deliver(desks, Incidents.closed(RECORDED.minusSeconds(5), RECORDED));
    String nothing =
        deliver(desks, Incidents.closed(RECORDED.minusSeconds(90), RECORDED.minusSeconds(60)));

    JsonNode tail = made(desks, cut);
    assertThat(tail.path("state").asString()).isEqualTo("INCOMPLETE");
    assertThat(tail.path("reason").asString()).isEqualTo("FOOTAGE_MISSING");
    JsonNode gap = tail.path("clips").path(0).path("gaps").path(0);
    assertThat(gap.path("from").asString()).isEqualTo("2026-03-02T09:00:48.000+08:00");
    Caller desk = desks.signedIn(Role.DESK);
    assertThat(desk.getJson(address(before)).path("reason").asString())
        .isEqualTo("ONSET_NOT_RECORDED");
    assertThat(desk.getJson(address(nothing)).path("reason").asString())
        .isEqualTo("NOTHING_RECORDED");
    assertThat(desk.getJson(address(nothing)).path("clips")).isEmpty();
  }

  @Test
  void writesNowhereElseForACameraThatIsNone(Desks desks) throws Exception {
    String odd = Incidents.json(Incidents.closed(ONSET, END)).replace("cam-01", "../../out/side");
    assertThat(desks.job().post("/internal/incidents", odd).statusCode()).isEqualTo(200);

    String id = Incidents.closed(ONSET, END).id();
    assertThat(made(desks, id).path("reason").asString()).isEqualTo("NOTHING_RECORDED");
    assertThat(Installation.DATA.resolve("out")).doesNotExist();
    assertThat(Installation.DATA.getParent().resolve("out")).doesNotExist();
  }

  @Test
  void goesOnWhereAKilledDashboardStopped(Desks desks) throws Exception {
    String id = deliver(desks, Incidents.closed(ONSET, END));
    JsonNode first = made(desks, id);
    Path marked = Installation.DATA.resolve("evidence").resolve(id).resolve("cam-01.marked.mp4");
    Files.delete(marked);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    jdbc.update("update evidence_clip set marked_sha256 = null");
    jdbc.update("update evidence set next_try_at = now()");

    EvidenceMaking.now(desks);

    assertThat(marked).exists();
    JsonNode again = desks.signedIn(Role.DESK).getJson(address(id)).path("clips").path(0);
    assertThat(again.path("sha256")).isEqualTo(first.path("clips").path(0).path("sha256"));
    assertThat(again.path("markedSha256").asString()).hasSize(64);
  }

  @Test
  void handsOutRangesAndEntersViewingsAndExports(Desks desks) throws Exception {
    String id = deliver(desks, Incidents.closed(ONSET, END));
    JsonNode clip = made(desks, id).path("clips").path(0);
    Caller desk = desks.signedIn(Role.DESK);
    String url = clip.path("url").asString();

    for (int i = 0; i < 3; i++) {
      HttpResponse<byte[]> part =
          desk.send(
              desk.request(url).header("Range", "bytes=100-199"),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).hasSize(100);
    }
    HttpResponse<String> unchanged =
        desk.send(
            desk.request(url)
                .header("If-None-Match", "\"" + clip.path("sha256").asString() + "\""));
    assertThat(unchanged.statusCode()).isEqualTo(304);
    HttpResponse<String> export = desk.get(url + "?reason=%E4%BE%8B%E4%BC%9A");
    assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment");

    List<String> entered =
        desks
            .bean(JdbcTemplate.class)
            .queryForList(
                "select action from audit_event where actor = 'desk' and action like any"
                    + " (array['FOOTAGE%', 'CLIP%']) order by number",
                String.class);
    assertThat(entered).containsExactly("FOOTAGE_VIEWED", "CLIP_EXPORTED");
  }

  @Test
  void isClosedToThoseWhoMayNotWatch(Desks desks) {
    String id = deliver(desks, Incidents.closed(ONSET, END));
    JsonNode clip = made(desks, id).path("clips").path(0);
    String url = clip.path("url").asString();

    assertThat(desks.stranger().get(url).statusCode()).isEqualTo(401);
    assertThat(desks.signedIn(Role.AUDITOR).get(url).statusCode()).isEqualTo(403);
    Caller desk = desks.signedIn(Role.DESK);
    for (String odd : List.of("cam-02.mp4", "..%2fchain.ndjson", "cam-01.exe", "chain.ndjson")) {
      assertThat(desk.get(address(id) + "/" + odd).statusCode()).as(odd).isBetween(400, 404);
    }
  }

  @Test
  void givesUpTheFootageOfADismissedIncidentOnceTheVerdictIsAMonthOld(Desks desks)
      throws Exception {
    Incident dismissed = Incidents.closed(ONSET, END);
    deliver(desks, dismissed);
    FootageHolds holds = FootageHolds.open(Installation.DATA);
    inDays(desks, holds, 0).hold(dismissed);
    Judging.dismiss(desks, dismissed);

    inDays(desks, holds, 29).releaseOld();
    assertThat(holds.covers(segments.get(5))).isTrue();

    inDays(desks, holds, 31).releaseOld();
    assertThat(holds.covers(segments.get(5))).isFalse();
  }

  @Test
  void keepsTheFootageOfAConfirmedIncident(Desks desks) throws Exception {
    Incident confirmed = Incidents.closed(ONSET, END);
    deliver(desks, confirmed);
    FootageHolds holds = FootageHolds.open(Installation.DATA);
    inDays(desks, holds, 0).hold(confirmed);
    Judging.confirm(desks, confirmed);

    inDays(desks, holds, 31).releaseOld();

    assertThat(holds.covers(segments.get(5))).isTrue();
  }

  /** As the dashboard sees holds that many days from now; footage is kept for longer than any. */
  private static IncidentHolds inDays(Desks desks, FootageHolds holds, int days) {
    EvidenceSettings settings =
        new EvidenceSettings(
            Duration.ofSeconds(5),
            1,
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofDays(10_000),
            Duration.ofDays(30),
            720,
            12.5);
    return new IncidentHolds(
        holds,
        desks.bean(JudgedIncidents.class),
        desks.bean(EvidenceFiles.class),
        settings,
        Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
  }
}
