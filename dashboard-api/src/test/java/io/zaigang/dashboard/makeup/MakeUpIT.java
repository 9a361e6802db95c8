package io.zaigang.dashboard.makeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.duty.HallPeople;
import io.zaigang.dashboard.duty.StaffStore;
import io.zaigang.dashboard.footage.HallFootage;
import io.zaigang.dashboard.makeup.MakeUpDecisions.Verdicted;
import io.zaigang.dashboard.punch.PunchSettings;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.domain.punch.MakeUpDeadline;
import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import io.zaigang.ingest.footage.ClockLog;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

@DashboardTest
class MakeUpIT {

  @TempDir private static Path folder;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private static HallFootage footage;

  @BeforeAll
  static void compose() throws IOException {
    footage = HallFootage.compose(folder);
  }

  @Test
  void asksOnceSeesTheCardDecidesAndKeepsTheFootage(Desks desks) throws Exception {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    MissedMorning missed = MissedMorning.of(desks, admin);
    footage.record(desks, "cam-01", missed.dueAt().minusSeconds(20));
    Caller zhang = desks.signedInAs("zhang", Role.STAFF);
    Caller approver = desks.signedIn(Role.APPROVER);

    HttpResponse<String> asked = zhang.post("/api/my/makeup", missed.request("忘记打卡"));
    assertThat(asked.statusCode()).isEqualTo(201);
    assertThat(asked.body()).contains("PENDING");
    assertThat(zhang.post("/api/my/makeup", missed.request("再来")).statusCode()).isEqualTo(409);

    JsonNode row = approver.getJson("/api/makeup/pending").get(0);
    assertThat(row.path("name").asString()).isEqualTo("张三");
    assertThat(row.path("windowId").asString()).isEqualTo("w03");
    assertThat(row.path("used").asInt()).isEqualTo(1);
    String id = row.path("id").asString();
    JsonNode card = approver.getJson("/api/makeup/" + id);
    assertThat(card.path("place").path("postIds").toString()).isEqualTo("[\"w03-a\"]");
    assertThat(card.path("place").path("cameraIds").toString()).isEqualTo("[\"cam-01\"]");
    assertThat(card.path("roster").path("people").get(0).path("name").asString()).isEqualTo("张三");
    assertThat(card.path("punches").get(0).path("outcome").asString()).isEqualTo("PENDING");

    HttpResponse<String> decided = approver.post("/api/makeup/" + id + "/decision", ok(card));
    JsonNode kept = Caller.json(decided).path("decisions").get(0).path("footage").get(0);
    assertThat(kept.path("clipSha256").asString()).matches("[0-9a-f]{64}");
    assertThat(kept.path("gapSeconds").asDouble()).isGreaterThan(500);
    assertThat(Caller.json(decided).path("outcome").asString()).isEqualTo("MADE_UP");
    assertThat(FootageHolds.open(Installation.DATA).list())
        .anyMatch(hold -> hold.id().equals("make-up-" + id + "-1"));
    assertThat(approver.post("/api/makeup/" + id + "/decision", ok(card)).statusCode())
        .isIn(403, 409);
    // whoever doubts the sum cuts the clip again
    Instant from = Instant.parse(card.path("place").path("from").asString());
    Instant to = Instant.parse(card.path("place").path("to").asString());
    assertThat(desks.bean(MakeUpFootage.class).sha256("cam-01", from, to))
        .isEqualTo(kept.path("clipSha256").asString());
  }

  @Test
  void theCardSaysHowFinelyItKnowsWhenSomebodyWasThereAndHowFarTheCamerasClockIsOff(Desks desks)
      throws Exception {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    MissedMorning missed = MissedMorning.of(desks, admin);
    FootageLog log = FootageLog.open(Installation.DATA);
    Files.createDirectories(log.cameraFolder("cam-01"));
    ClockLog.of(log, "cam-01").note(missed.dueAt().minusSeconds(3600), 3200);
    desks.signedInAs("zhang", Role.STAFF).post("/api/my/makeup", missed.request("忘记打卡"));
    Caller approver = desks.signedIn(Role.APPROVER);
    String id = approver.getJson("/api/makeup/pending").get(0).path("id").asString();
    assertThat(approver.getJson("/api/makeup/" + id).path("strip").isNull())
        .as("nothing is known picture by picture")
        .isTrue();

    // nobody from 08:20, somebody from 08:31:14 to 08:34:02, nothing seen after 08:36
    Instant eight = missed.dueAt().minusSeconds(1800);
    StringJoiner frames = new StringJoiner(",", "[", "]");
    for (int second = 20 * 60; second < 36 * 60; second += 2) {
      boolean there = second >= 31 * 60 + 14 && second < 34 * 60 + 2;
      frames.add(frame(eight.plusSeconds(second), there));
    }
    assertThat(desks.job().post("/internal/detections", frames.toString()).statusCode())
        .isEqualTo(200);

    JsonNode card = approver.getJson("/api/makeup/" + id);
    assertThat(card.path("strip").path("grainSeconds").asDouble()).isEqualTo(2);
    JsonNode stretches = card.path("strip").path("stretches");
    assertThat(stretches.findValuesAsString("presence"))
        .containsExactly("UNKNOWN", "EMPTY", "STAFFED", "EMPTY", "UNKNOWN");
    assertThat(Instant.from(TIME.parse(stretches.get(2).path("from").asString())))
        .isEqualTo(eight.plusSeconds(31 * 60 + 14));
    assertThat(Instant.from(TIME.parse(stretches.get(2).path("to").asString())))
        .isBetween(eight.plusSeconds(34 * 60), eight.plusSeconds(34 * 60 + 2));
    JsonNode camera = card.path("cameras").get(0);
    assertThat(camera.path("clockAheadMillis").asInt()).isEqualTo(3200);
    assertThat(camera.path("missing")).isNotEmpty();
  }

  private static String frame(Instant at, boolean there) {
    return """
    {"cameraId":"cam-01","at":"%s","width":1000,"height":1000,"usable":true,"persons":[],\
    "posts":[{"postId":"w03-a","evidence":{"ssd":%s},"presence":%s}]}\
    """
        .formatted(at, there ? 0.9 : 0.01, there ? 0.99 : 0.01);
  }

  @Test
  void nobodyDecidesTheirOwnNorRejectsWhatNoCameraSaw(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    MissedMorning missed = MissedMorning.of(desks, admin);
    Caller wang = desks.signedInAs("wang", Role.STAFF, Role.APPROVER);
    Caller approver = desks.signedIn(Role.APPROVER);
    wang.post("/api/my/makeup", missed.request("忘记打卡"));
    JsonNode row = approver.getJson("/api/makeup/pending").get(0);
    String decision = "/api/makeup/" + row.path("id").asString() + "/decision";
    JsonNode card = approver.getJson("/api/makeup/" + row.path("id").asString());

    HttpResponse<String> own = wang.post(decision, ok(card));
    HttpResponse<String> unseen = approver.post(decision, ok(card).replace("APPROVED", "REJECTED"));

    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body()).contains("your own");
    assertThat(unseen.statusCode()).isEqualTo(409);
    assertThat(unseen.body()).contains("held against nobody");
    assertThat(approver.post(decision, ok(card)).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsALateRequestAsRefusedByRule(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    MissedMorning longAgo = MissedMorning.weeksAgo(desks, admin, 3);
    Caller zhang = desks.signedInAs("zhang", Role.STAFF);
    Caller approver = desks.signedIn(Role.APPROVER);

    HttpResponse<String> asked = zhang.post("/api/my/makeup", longAgo.request("忘记打卡"));

    assertThat(asked.statusCode()).isEqualTo(201);
    assertThat(asked.body()).contains("REQUESTED_LATE");
    JsonNode row = approver.getJson("/api/makeup/pending").get(0);
    JsonNode card = approver.getJson("/api/makeup/" + row.path("id").asString());
    assertThat(
            approver
                .post("/api/makeup/" + row.path("id").asString() + "/decision", ok(card))
                .statusCode())
        .isEqualTo(409);
    JsonNode violations =
        approver.getJson(
            "/api/punches/missed?from=%s&to=%s".formatted(longAgo.day(), longAgo.day()));
    assertThat(violations.toString()).contains("REQUESTED_LATE").contains("张三");
  }

  @Test
  void staffSeeOnlyTheirOwn(Desks desks) {
    Caller zhang = desks.signedInAs("zhang", Role.STAFF);

    assertThat(zhang.get("/api/my/punches?month=2026-03").statusCode()).isEqualTo(403);
    assertThat(zhang.get("/api/makeup/pending").statusCode()).isEqualTo(403);
    assertThat(zhang.get("/api/punches/months?month=2026-03").statusCode()).isEqualTo(403);
  }

  @Test
  void twoPeopleHaveToAgreeWhereTheHallWantsIt(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    MissedMorning missed = MissedMorning.of(desks, admin);
    desks.signedInAs("wang", Role.STAFF).post("/api/my/makeup", missed.request("忘记打卡"));
    String id =
        desks.signedIn(Role.APPROVER).getJson("/api/makeup/pending").get(0).path("id").asString();
    MakeUpDecisions inTwoSteps = inTwoSteps(desks);
    Verdicted yes =
        new Verdicted(
            Verdict.APPROVED,
            "同意",
            missed.dueAt().minusSeconds(60),
            missed.dueAt().plusSeconds(60));

    assertThat(inTwoSteps.decide(id, yes, approver("kong")).isPending()).isTrue();
    assertThatThrownBy(() -> inTwoSteps.decide(id, yes, approver("kong")))
        .isInstanceOf(Forbidden.class);
    assertThat(inTwoSteps.decide(id, yes, approver("meng")).verdict()).isEqualTo(Verdict.APPROVED);
  }

  private static MakeUpDecisions inTwoSteps(Desks desks) {
    PunchSettings two =
        new PunchSettings(
            6, MakeUpDeadline.END_OF_MONDAY, 2, Duration.ofMinutes(15), Duration.ofMinutes(15));
    MakeUpGate gate =
        new MakeUpGate(
            desks.bean(MakeUpStore.class),
            desks.bean(StaffStore.class),
            desks.bean(PunchSheets.class),
            desks.bean(MakeUpPlace.class),
            two,
            desks.bean(Clock.class));
    return new MakeUpDecisions(
        gate,
        desks.bean(MakeUpStore.class),
        desks.bean(MakeUpFootage.class),
        desks.bean(Register.class),
        desks.bean(PlatformTransactionManager.class),
        desks.bean(Clock.class));
  }

  private static SignedIn approver(String name) {
    return new SignedIn(
        UUID.randomUUID(), UUID.randomUUID(), name, name, Set.of(Role.APPROVER), null, List.of());
  }

  private static String ok(JsonNode card) {
    return "{\"verdict\":\"APPROVED\",\"remark\":\"视频可见在岗\",\"from\":\"%s\",\"to\":\"%s\"}"
        .formatted(
            card.path("place").path("from").asString(), card.path("place").path("to").asString());
  }
}
