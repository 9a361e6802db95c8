package io.zaigang.dashboard.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.footage.HallFootage;
import io.zaigang.dashboard.site.SitePlanRestorer;
import io.zaigang.ingest.footage.FootageHolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DashboardTest
class UpkeepIT {

  private static final Path DISK = Installation.DATA.resolve("recorder/disk.json");
  private static final Path ANALYSIS = Installation.DATA.resolve("analysis.ndjson");
  private static final Path SELF_TEST = Installation.DATA.resolve("golden/last-run.json");

  @TempDir private static Path folder;

  private SitePlanRestorer restorer;

  @BeforeEach
  void rememberThePlan(Desks desks) {
    restorer = SitePlanRestorer.of(desks);
  }

  @AfterEach
  void putItBack(Desks desks) throws IOException {
    restorer.restore();
    desks.bean(FootageHolds.class).release("of-the-test");
    for (Path file : new Path[] {DISK, ANALYSIS, SELF_TEST}) {
      Files.deleteIfExists(file);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void storageTellsWhatTheRecorderSaysWhatIsOnDiskAndWhatIsHeld(Desks desks) throws IOException {
    Instant start = Instant.now().minusSeconds(600);
    HallFootage.compose(folder).record(desks, "cam-01", start);
    desks
        .bean(FootageHolds.class)
        .hold("of-the-test", "cam-01", start, start.plusSeconds(30), "a test");
    write(
        DISK,
        """
        {"at":"2026-03-02T01:00:00Z","state":"LOW","trouble":null,"usableBytes":20,"totalBytes":100,\
        "daysLeft":3.5,"keepDays":30,"floorBytes":5,"warnBytes":25}\
        """);
    desks.bean(StorageSurvey.class).count();

    JsonNode storage = desks.signedInAs("li", Role.ADMIN).getJson("/api/settings/storage");

    assertThat(storage.at("/disk/state").asString()).isEqualTo("LOW");
    assertThat(storage.at("/disk/daysLeft").asDouble()).isEqualTo(3.5);
    assertThat(storage.at("/disk/at").asString()).isEqualTo("2026-03-02T09:00:00.000+08:00");
    JsonNode camera = storage.at("/cameras/0");
    assertThat(camera.path("cameraId").asString()).isEqualTo("cam-01");
    assertThat(camera.path("bytes").asLong()).isPositive();
    assertThat(camera.path("days").asInt()).isBetween(1, 2); // the test may run at midnight
    assertThat(camera.path("oldest").asString()).isNotEmpty();
    assertThat(camera.path("gaps").asInt()).isPositive();
    assertThat(camera.path("gapSeconds").asLong()).isBetween(80_000L, 86_400L);
    assertThat(storage.at("/evidence/holds").asInt()).isPositive();
    assertThat(storage.at("/evidence/heldSeconds").asLong()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void aRecorderThatSaidNothingOrNonsenseIsSimplyNotThere(Desks desks) throws IOException {
    Caller admin = desks.signedInAs("li", Role.ADMIN);
    assertThat(admin.getJson("/api/settings/storage").path("disk").isNull()).isTrue();
    write(DISK, "half a rep");
    assertThat(admin.getJson("/api/settings/storage").path("disk").isNull()).isTrue();
  }

  @Test
  void modelsAreToldInTheJobsOwnWordsAndTheTaughtHeadIsSwitchedOffByThePlan(Desks desks)
      throws IOException {
    write(
        ANALYSIS,
        """
        {"since":"2026-03-02T01:00:00Z","models":[{"id":"nanodet","sha256":"aa"}],"roles":\
        [{"role":"detector","id":"nanodet","family":"nanodet","sha256":"aa","input":"416x416",\
        "licence":"Apache-2.0"}],"taughtHead":{"sha256":"bb","confirmed":40,"dismissed":30,"days":12,\
        "gain":0.11,"gainError":0.03}}
        """);
    write(
        SELF_TEST,
        """
        {"at":"2026-03-02T00:10:00Z","changedDetections":2,"changedIncidents":0,"detections":10,\
        "incidents":1}\
        """);
    desks
        .job()
        .post(
            "/internal/detections",
            """
            [{"cameraId":"cam-01","at":"%s","width":640,"height":360,"usable":false,\
            "blindCause":"COVERED","persons":[],"posts":[]}]\
            """
                .formatted(Instant.now().minusSeconds(5)));
    Caller admin = desks.signedInAs("li", Role.ADMIN);

    JsonNode models = admin.getJson("/api/settings/models");
    assertThat(models.at("/models/0/licence").asString()).isEqualTo("Apache-2.0");
    assertThat(models.at("/taughtHead/gain").asDouble()).isEqualTo(0.11);
    assertThat(models.at("/taughtHead/inUse").asBoolean()).isTrue();
    assertThat(models.at("/selfTest/well").asBoolean()).isFalse();
    assertThat(models.at("/selfTest/changedDetections").asInt()).isEqualTo(2);
    assertThat(models.at("/cameras/0/blind").asInt()).isEqualTo(1);
    assertThat(models.at("/cameras/1/newest").isNull()).isTrue();

    assertThat(operate(admin, "{\"keepDays\":45,\"taughtHead\":false}")).isEqualTo(200);
    assertThat(admin.getJson("/api/settings/models").at("/taughtHead/inUse").asBoolean()).isFalse();
    JsonNode plan = admin.getJson("/api/site-plan").path("plan");
    assertThat(plan.at("/operation/keepDays").isNumber()).isTrue();
    assertThat(plan.at("/operation/taughtHead").isBoolean()).isTrue();
    assertThat(desks.job().get("/internal/site-plan").body()).contains("keepDays: 45");
    assertThat(operate(admin, "{\"keepDays\":7}")).isEqualTo(400);
  }

  private static int operate(Caller admin, String operation) {
    JsonNode current = admin.getJson("/api/site-plan");
    ObjectNode plan = (ObjectNode) current.path("plan");
    plan.set("operation", Caller.json(operation));
    return admin
        .send(
            "PUT",
            "/api/site-plan",
            "{\"basedOn\":%d,\"note\":\"\",\"plan\":%s}"
                .formatted(current.at("/version/number").asInt(), plan))
        .statusCode();
  }
}
