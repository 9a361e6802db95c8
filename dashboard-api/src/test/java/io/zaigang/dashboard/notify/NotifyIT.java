package io.zaigang.dashboard.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.zaigang.dashboard.incident.Incidents.closed;
import static io.zaigang.dashboard.incident.Incidents.json;
import static io.zaigang.dashboard.incident.Incidents.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.domain.incident.Incident;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** DingTalk by its documented interface, a webhook and a real mail server, all on this machine. */
@DashboardTest
class NotifyIT {

  private static final String ROBOT = "/robot/send";
  private static final String TAKEN = "{\"errcode\":0,\"errmsg\":\"ok\"}";
  private static final String TOO_FAST = "{\"errcode\":130101,\"errmsg\":\"send too fast\"}";

  private final WireMockServer web = new WireMockServer(options().dynamicPort());
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void startServers() {
    web.start();
  }

  @AfterEach
  void stopServers() {
    web.stop();
    mail.stop();
  }

  @Test
  void dingTalkGetsASignedMessageOnceForEachPlaceWithinTheCooldown(Desks desks) {
    robotAnswers(TAKEN);
    Caller admin = desks.signedIn(Role.ADMIN);
    addRobot(admin);
    Instant now = Instant.now();

    found(desks, open(now.minusSeconds(400)));
    found(desks, open(now.minusSeconds(300))); // the same window again: held back
    rounds(desks);
    rounds(desks);

    LoggedRequest request = only(ROBOT);
    String timestamp = request.queryParameter("timestamp").firstValue();
    byte[] sign = Signatures.of(timestamp + "\n" + "SECsecret", "SECsecret");
    assertThat(request.queryParameter("access_token").firstValue()).isEqualTo("t0ken");
    assertThat(request.queryParameter("sign").firstValue())
        .isEqualTo(Base64.getEncoder().encodeToString(sign));
    assertThat(request.getBodyAsString()).contains("markdown", "3号窗口 不动产登记 空岗");
    assertThat(request.getBodyAsString())
        .contains(
            "[打开](https://hall.example/?incident=" + encoded(open(now.minusSeconds(400)).id()));
    assertThat(states(admin)).containsExactly("QUIET", "SENT");
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  @Test
  void severalAtOnceGoOutAsOneDigest(Desks desks) {
    robotAnswers(TAKEN);
    Caller admin = desks.signedIn(Role.ADMIN);
    addRobot(admin);
    Instant now = Instant.now();
    for (int i = 0; i < 30; i++) {
      Incident one = open(now.minusSeconds(310 + i));
      found(desks, atWindow(one, "w" + i));
    }

    rounds(desks);

    assertThat(only(ROBOT).getBodyAsString()).contains("30 条", "另有 10 条");
    assertThat(states(admin)).hasSize(30).containsOnly("SENT");
  }

  @Test
  void whenDingTalkIsTiredOfUsItIsLeftAloneForTenMinutes(Desks desks) {
    robotAnswers(TOO_FAST);
    Caller admin = desks.signedIn(Role.ADMIN);
    addRobot(admin);
    found(desks, open(Instant.now().minusSeconds(310)));
    rounds(desks);
    JsonNode message = admin.getJson("/api/notify/messages").get("items").get(0);
    assertThat(message.get("problem").asString()).contains("130101");
    assertThat(OffsetDateTime.parse(message.get("dueAt").asString()).toInstant())
        .isAfter(Instant.now().plusSeconds(9 * 60));
    robotAnswers(TAKEN);
    rounds(desks);
    assertThat(web.findAll(postRequestedFor(urlPathEqualTo(ROBOT)))).hasSize(1);

    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class); // ten minutes later
    jdbc.update("update notify_channel set paused_until = now() - interval '1 second'");
    jdbc.update("update notify_message set due_at = now() - interval '1 second'");
    rounds(desks);
    assertThat(states(admin)).containsExactly("SENT");
  }

  @Test
  void aWebhookGetsASignatureAndIsTriedAgain(Desks desks) {
    web.stubFor(post("/hook").willReturn(aResponse().withStatus(503)));
    Caller admin = desks.signedIn(Role.ADMIN);
    add(admin, "WEBHOOK", web.baseUrl() + "/hook", "[]", "", "hook-secret");
    found(desks, open(Instant.now().minusSeconds(310)));
    rounds(desks);
    assertThat(states(admin)).containsExactly("WAITING");

    web.stubFor(post("/hook").willReturn(okJson("{}")));
    desks.bean(JdbcTemplate.class).update("update notify_message set due_at = now()");
    rounds(desks);

    assertThat(states(admin)).containsExactly("SENT");
    List<LoggedRequest> tries = web.findAll(postRequestedFor(urlPathEqualTo("/hook")));
    assertThat(tries).hasSize(2);
    assertThat(tries.get(0).getHeader("X-Zaigang-Delivery"))
        .isEqualTo(tries.get(1).getHeader("X-Zaigang-Delivery"));
    String signed =
        tries.get(1).getHeader("X-Zaigang-Timestamp") + "." + tries.get(1).getBodyAsString();
    assertThat(tries.get(1).getHeader("X-Zaigang-Signature"))
        .isEqualTo("sha256=" + HexFormat.of().formatHex(Signatures.of(signed, "hook-secret")));
  }

  @Test
  void mailArrivesInChineseFromAnAccountWithAPassword(Desks desks) throws Exception {
    mail.start();
    mail.setUser("hall@example.test", "hall@example.test", "mailpassword");
    Caller admin = desks.signedIn(Role.ADMIN);
    String address = "smtp://127.0.0.1:" + mail.getSmtp().getPort();
    String secrets = "{\"user\":\"hall@example.test\",\"token\":\"mailpassword\",\"signing\":\"\"}";
    String id =
        created(admin, body("EMAIL", address, "[\"desk@example.test\"]", secrets))
            .get("id")
            .asString();
    assertThat(admin.post("/api/notify/channels/" + id + "/test", "").body())
        .isEqualTo("{\"problem\":null}");

    found(desks, open(Instant.now().minusSeconds(310)));
    rounds(desks);

    assertThat(mail.waitForIncomingEmail(10_000, 2)).isTrue();
    MimeMessage received = mail.getReceivedMessages()[1];
    assertThat(received.getSubject()).isEqualTo("在岗提醒：空岗");
    assertThat(received.getAllRecipients()[0]).hasToString("desk@example.test");
    assertThat(new String(GreenMailUtil.getBodyAsBytes(received), StandardCharsets.UTF_8))
        .isNotEmpty();
    assertThat((String) received.getContent()).contains("3号窗口 不动产登记 空岗");
  }

  @Test
  void whatIsOldOrJudgedRingsNoBellButAnAppealDoes(Desks desks) {
    robotAnswers(TAKEN);
    Caller admin = desks.signedIn(Role.ADMIN);
    addRobot(admin);
    Instant old = Instant.now().minusSeconds(7200);
    Incident incident = closed(old, old.plusSeconds(600));
    found(desks, incident);
    rounds(desks);
    assertThat(states(admin)).isEmpty();

    Caller desk = desks.signedInAs("wang", Role.DESK);
    String path = "/api/incidents/" + incident.id();
    desk.post(path + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
    desk.post(path + "/appeal", "{\"revision\":1,\"text\":\"我在\",\"appellant\":\"\"}");
    rounds(desks);

    assertThat(only(ROBOT).getBodyAsString()).contains("等待裁定");
  }

  @Test
  void secretsNeverComeOutAgain(Desks desks) {
    robotAnswers("{\"errcode\":300001,\"errmsg\":\"token is not exist\"}");
    Caller admin = desks.signedIn(Role.ADMIN);
    String id = addRobot(admin).get("id").asString();
    String changed = body("DINGTALK", web.baseUrl() + ROBOT, "[]", "null");
    assertThat(admin.send("PUT", "/api/notify/channels/" + id, changed).body())
        .contains("\"hasSecrets\":true");
    String test = admin.post("/api/notify/channels/" + id + "/test", "").body();
    assertThat(test).contains("300001");

    String all = admin.get("/api/notify/channels").body() + test;
    String register = admin.get("/api/register").body();
    assertThat(all + register).doesNotContain("t0ken", "SECsecret");
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForObject(
                    "select encode(secrets, 'escape') from notify_channel", String.class))
        .doesNotContain("t0ken", "SECsecret");
  }

  @Test
  void refusesAddressesThatHideSomething(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    for (String address :
        List.of(
            "file:///etc/passwd",
            "https://user:pass@example.test/hook",
            "https://oapi.dingtalk.com/robot/send?access_token=abc",
            "gopher://127.0.0.1",
            "nonsense")) {
      String secrets = "{\"user\":\"\",\"token\":\"t\",\"signing\":\"\"}";
      HttpResponse<String> answer =
          admin.post("/api/notify/channels", body("DINGTALK", address, "[]", secrets));
      assertThat(answer.statusCode()).as(address).isEqualTo(400);
    }
    assertThat(
            admin
                .post("/api/notify/channels", body("EMAIL", "smtp://127.0.0.1", "[]", "null"))
                .body())
        .contains("recipient");
  }

  private void robotAnswers(String body) {
    web.stubFor(post(urlPathEqualTo(ROBOT)).willReturn(okJson(body)));
  }

  private JsonNode addRobot(Caller admin) {
    return add(admin, "DINGTALK", web.baseUrl() + ROBOT, "[]", "t0ken", "SECsecret");
  }

  private static JsonNode add(
      Caller admin, String kind, String address, String to, String token, String signing) {
    String secrets =
        "{\"user\":\"\",\"token\":\"%s\",\"signing\":\"%s\"}".formatted(token, signing);
    return created(admin, body(kind, address, to, secrets));
  }

  private static JsonNode created(Caller admin, String body) {
    HttpResponse<String> answer = admin.post("/api/notify/channels", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer);
  }

  private static String body(String kind, String address, String to, String secrets) {
    return """
    {"name":"值班群","kind":"%s","enabled":true,"address":"%s","recipients":%s,\
    "topics":["VACANCY","APPEAL"],"cooldownMinutes":10,"secrets":%s}\
    """
        .formatted(kind, address, to, secrets);
  }

  private static void found(Desks desks, Incident incident) {
    desks.job().post("/internal/incidents", json(incident));
  }

  private static Incident atWindow(Incident like, String windowId) {
    return new Incident(
        like.id(),
        like.type(),
        windowId,
        like.postIds(),
        null,
        like.cameraIds(),
        like.startedAt(),
        like.confirmedAt(),
        null,
        like.status(),
        0,
        like.measure());
  }

  private static void rounds(Desks desks) {
    desks.bean(OutboxRounds.class).run();
  }

  private LoggedRequest only(String path) {
    List<LoggedRequest> requests = web.findAll(postRequestedFor(urlPathEqualTo(path)));
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static List<String> states(Caller admin) {
    return admin
        .getJson("/api/notify/messages")
        .get("items")
        .valueStream()
        .map(item -> item.get("state").asString())
        .toList();
  }
}
