package io.zaigang.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DashboardTest
class SignInIT {

  @Test
  void letsInWithTheRightPasswordAndSaysWho(Desks desks) {
    desks.addAccount("李四", Role.SUPERVISOR, Role.DESK);
    Caller caller = desks.stranger();
    assertThat(caller.get("/api/session").statusCode()).isEqualTo(401);

    HttpResponse<String> answer = caller.trySignIn("李四", Desks.PASSWORD);

    String who =
        "{\"username\":\"李四\",\"displayName\":\"Name of 李四\",\"roles\":[\"DESK\",\"SUPERVISOR\"],"
            + "\"cameraIds\":null,\"ownWindowIds\":[]}";
    assertThat(answer.body()).isEqualTo(who);
    assertThat(caller.get("/api/session").body()).isEqualTo(who);
  }

  @Test
  void upperAndLowerCaseOfANameAreTheSame(Desks desks) {
    desks.addAccount("Anna", Role.DESK);

    desks.stranger().signIn("ANNA", Desks.PASSWORD);
  }

  @Test
  void theCookieIsOutOfReachForScriptsAndOtherSites(Desks desks) {
    desks.addAccount("anna", Role.DESK);
    Caller caller = desks.stranger();

    HttpResponse<String> answer = caller.trySignIn("anna", Desks.PASSWORD);

    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("ZAIGANG_SESSION="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
  }

  @Test
  void refusesWithoutSayingWhetherTheNameExists(Desks desks) {
    desks.addAccount("anna", Role.DESK);

    HttpResponse<String> wrong = desks.stranger().trySignIn("anna", "not the password");
    HttpResponse<String> unknown = desks.stranger().trySignIn("nobody", "not the password");

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body()).doesNotContain("anna", "not the password");
  }

  @Test
  void slowsDownWhoeverGuesses(Desks desks) {
    desks.addAccount("anna", Role.DESK);
    desks.addAccount("bert", Role.DESK);
    for (int i = 0; i < 5; i++) {
      assertThat(desks.stranger().trySignIn("anna", "guess number " + i).statusCode())
          .isEqualTo(401);
    }

    HttpResponse<String> answer = desks.stranger().trySignIn("anna", Desks.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(1, 5);
    desks.stranger().signIn("bert", Desks.PASSWORD);
  }

  @Test
  void signingOutEndsTheSession(Desks desks) {
    Caller caller = desks.signedInAs("anna", Role.DESK);
    HttpCookie session = caller.cookie("ZAIGANG_SESSION").orElseThrow();

    assertThat(caller.send("DELETE", "/api/session", "").statusCode()).isEqualTo(204);

    HttpRequest.Builder stolen =
        desks
            .stranger()
            .request("/api/session")
            .header("Cookie", "ZAIGANG_SESSION=" + session.getValue());
    assertThat(desks.stranger().send(stolen).statusCode()).isEqualTo(401);
  }

  @Test
  void aDisabledAccountIsOutAtOnce(Desks desks) {
    Caller caller = desks.signedInAs("anna", Role.DESK);
    assertThat(caller.get("/api/incidents").statusCode()).isEqualTo(200);

    desks.bean(JdbcTemplate.class).update("update account set enabled = false");

    assertThat(caller.get("/api/incidents").statusCode()).isEqualTo(401);
    assertThat(desks.stranger().trySignIn("anna", Desks.PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsAfterItsTime(Desks desks) {
    Caller caller = desks.signedInAs("anna", Role.DESK);

    desks
        .bean(JdbcTemplate.class)
        .update("update sign_in_session set last_seen_at = now() - interval '13 hours'");

    assertThat(caller.get("/api/session").statusCode()).isEqualTo(401);
  }

  @Test
  void saysWhatIsMissing(Desks desks) {
    Caller caller = desks.stranger();
    caller.get("/api/session");

    assertThat(caller.post("/api/session", "{\"username\":\"anna\"}").body())
        .contains("password must not be blank");
    assertThat(caller.post("/api/session", "{\"username\":[1]}").statusCode()).isEqualTo(400);
    assertThat(caller.post("/api/session", "nonsense").body())
        .contains("not the JSON that this call takes");
    assertThat(
            caller
                .post("/api/session", "{\"username\":\"\\u0000\",\"password\":\"x\"}")
                .statusCode())
        .isEqualTo(400);
  }
}
