package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Signing in by OpenID Connect, at a real server. */
@DashboardTest
class OidcIT {

  private static final String BEGIN = "/oauth2/authorization/oidc";

  @TempDir private static Path folder;

  private static OutsideServer server;

  @BeforeAll
  static void startServer(Desks desks) throws Exception {
    server = OutsideServer.start(Installation.OUTSIDE.address(), desks.address(), folder);
    Installation.OUTSIDE.to(server.port());
  }

  @AfterAll
  static void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void aPersonOfTheDesk() {
    OutsideServer.CLAIMS.clear();
    OutsideServer.CLAIMS.putAll(
        Map.of("preferred_username", "wangfang", "name", "王芳", "roles", List.of("hall-desk", "x")));
  }

  /** Goes there, signs in there, and comes back: where to, at last. */
  private static String signIn(Caller browser) throws Exception {
    HttpResponse<String> begun = browser.get(BEGIN);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
    return location(browser.get(answerOf(location(begun))));
  }

  /** The other side's answer to someone who signs in there: an address of ours. */
  private static String answerOf(String wanted) throws Exception {
    assertThat(wanted)
        .startsWith(Installation.OUTSIDE.address() + "/oauth2/authorize?")
        .contains("code_challenge=", "nonce=", "state=");
    HttpClient there = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(Installation.OUTSIDE.address() + "/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=s-17&password=" + OutsideServer.PASSWORD))
            .build();
    HttpResponse<String> signedIn = there.send(form, HttpResponse.BodyHandlers.ofString());
    assertThat(location(signedIn)).as(signedIn.headers().toString()).endsWith("/");
    HttpResponse<String> answer =
        there.send(
            HttpRequest.newBuilder(URI.create(wanted)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    URI back = URI.create(location(answer));
    return back.getRawPath() + "?" + back.getRawQuery();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
  }

  @Test
  void whoSignsInElsewhereGetsASessionWithTheRolesThatCountHere(Desks desks) throws Exception {
    Caller browser = desks.stranger();
    assertThat(browser.getJson("/api/setup").path("outsideSignIn").asString()).isEqualTo("统一身份认证");

    assertThat(signIn(browser)).endsWith("/");

    JsonNode session = browser.getJson("/api/session");
    assertThat(session.path("username").asString()).isEqualTo("wangfang");
    assertThat(session.path("displayName").asString()).isEqualTo("王芳");
    assertThat(session.path("roles").toString()).isEqualTo("[\"DESK\"]");
    assertThat(browser.cookie("ZAIGANG_SESSION").orElseThrow().isHttpOnly()).isTrue();
    assertThat(browser.cookie("JSESSIONID")).isEmpty();

    OutsideServer.CLAIMS.put("roles", "hall-supervisor");
    Caller again = desks.stranger();
    signIn(again);
    assertThat(again.getJson("/api/session").path("roles").toString())
        .isEqualTo("[\"SUPERVISOR\"]");
    assertThat(
            desks
                .bean(JdbcTemplate.class)
                .queryForList("select action from audit_event order by number", String.class))
        .containsExactly("ACCOUNT_CREATED", "SIGN_IN", "ACCOUNT_CHANGED", "SIGN_IN");
  }

  @Test
  void whoHasNoRoleHereOrIsShutOutOrBearsATakenNameIsSentBack(Desks desks) throws Exception {
    OutsideServer.CLAIMS.put("roles", List.of("canteen"));
    assertThat(signIn(desks.stranger())).endsWith("/sign-in?outside=NO_ROLE");

    OutsideServer.CLAIMS.put("roles", List.of("hall-desk"));
    desks.addAccount("WangFang", Role.ADMIN);
    assertThat(signIn(desks.stranger())).endsWith("/sign-in?outside=NAME_TAKEN");

    OutsideServer.CLAIMS.put("preferred_username", "li");
    Caller browser = desks.stranger();
    signIn(browser);
    desks
        .bean(JdbcTemplate.class)
        .update("update account set enabled = false where username = 'li'");
    assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    assertThat(signIn(desks.stranger())).endsWith("/sign-in?outside=DISABLED");
  }

  @Test
  void anAnswerCountsOnlyInTheBrowserThatAsked(Desks desks) throws Exception {
    Caller asking = desks.stranger();
    String answer = answerOf(location(asking.get(BEGIN)));

    Caller other = desks.stranger();
    assertThat(location(other.get(answer))).endsWith("/sign-in?outside=FAILED");
    assertThat(other.get("/api/session").statusCode()).isEqualTo(401);

    String forged = answer.replaceAll("state=[^&]*", "state=guessed");
    assertThat(location(asking.get(forged))).endsWith("/sign-in?outside=FAILED");
  }
}
