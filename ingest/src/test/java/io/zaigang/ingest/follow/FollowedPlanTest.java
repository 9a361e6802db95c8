package io.zaigang.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedPlanTest {

  private static final String PLAN =
      """
      hall: { id: h, name: Hall, timeZone: Asia/Shanghai }
      calendar: { workdays: [MON], seasons: [{ name: all, from: "01-01", to: "12-31", hours: ["08:30-12:00"] }] }
      cameras: [{ id: cam-01, name: East, url: "rtsp://{VAULT_1_USER}:{VAULT_1_PASSWORD}@10.0.0.1/a" }]
      windows: []
      """;

  @TempDir private Path folder;

  private HttpServer server;
  private volatile String plan = PLAN;
  private volatile int answers;

  @BeforeEach
  void startDashboard() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/internal/site-plan", exchange -> answer(exchange, plan));
    server.createContext(
        "/internal/camera-secrets",
        exchange -> answer(exchange, "{\"VAULT_1_USER\":\"a\",\"VAULT_1_PASSWORD\":\"b c\"}"));
    server.start();
    Files.writeString(folder.resolve("token"), "secret\n");
  }

  @AfterEach
  void stopDashboard() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    boolean allowed =
        "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    String tag = Integer.toString(body.hashCode());
    boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.getResponseHeaders().set("ETag", tag);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    answers++;
    exchange.sendResponseHeaders(
        allowed ? same ? 304 : 200 : 401, same || !allowed ? -1 : bytes.length);
    if (allowed && !same) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
    exchange.close();
  }

  private FollowedPlan follow() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return FollowedPlan.of(
        address, folder.resolve("token"), folder.resolve("recorder"), Map.of("HOME", "/root"));
  }

  @Test
  void followsThePlanAndKnowsWhatItsAddressesNeed() {
    FollowedPlan followed = follow();
    assertThat(followed.newest().cameras()).hasSize(1);
    assertThat(followed.environment())
        .containsEntry("VAULT_1_PASSWORD", "b c")
        .containsEntry("HOME", "/root");

    plan = PLAN.replace("name: East", "name: West");
    assertThat(followed.newest().cameras().get(0).name()).isEqualTo("West");
    int asked = answers;
    followed.newest();
    assertThat(answers).as("an unchanged plan is one short answer").isEqualTo(asked + 1);
  }

  @Test
  void goesOnWithTheLastGoodCopyWhileTheDashboardIsDown() throws IOException {
    follow().newest();
    server.stop(0);

    FollowedPlan restarted = follow();

    assertThat(restarted.newest().cameras()).hasSize(1);
    assertThat(restarted.environment()).containsEntry("VAULT_1_USER", "a");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("recorder/camera-secrets.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aPlanWithMistakesChangesNothing() {
    FollowedPlan followed = follow();
    followed.newest();
    plan = "hall: nonsense";

    assertThat(followed.newest().cameras()).hasSize(1);
  }

  @Test
  void hasNoPlanBeforeTheFirstAnswer() {
    server.stop(0);

    assertThat(follow().newest()).isNull();
    assertThatThrownBy(() -> FollowedPlan.of("ftp://x", folder, folder, Map.of()))
        .hasMessageContaining("no http(s) address");
  }
}
