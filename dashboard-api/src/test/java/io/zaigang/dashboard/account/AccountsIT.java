package io.zaigang.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DashboardTest
class AccountsIT {

  private static final String RIGHTS =
      "{\"displayName\":\"王五\",\"enabled\":true,\"roles\":[\"DESK\"],\"cameraIds\":null,"
          + "\"ownWindowIds\":[]}";

  private static String newAccount(String username) {
    return "{\"username\":\"%s\",\"password\":null,\"rights\":%s}".formatted(username, RIGHTS);
  }

  private static JsonNode make(Caller admin, String username) {
    HttpResponse<String> answer = admin.post("/api/accounts", newAccount(username));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Caller.json(answer);
  }

  @Test
  void anAdministratorMakesAnAccountThatCanSignIn(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);

    JsonNode made = make(admin, "wang");

    desks.stranger().signIn("wang", made.get("generatedPassword").asString());
    assertThat(admin.getJson("/api/accounts"))
        .anySatisfy(account -> assertThat(account.get("displayName").asString()).isEqualTo("王五"));
    assertThat(admin.get("/api/accounts").body()).doesNotContain("$2a$", "passwordHash");
    assertThat(admin.post("/api/accounts", newAccount("WANG")).body()).contains("already");
  }

  @Test
  void onlyAdministratorsDealWithAccounts(Desks desks) {
    Caller others = desks.signedIn(Role.DESK, Role.APPROVER, Role.SUPERVISOR, Role.AUDITOR);

    assertThat(others.get("/api/accounts").statusCode()).isEqualTo(403);
    assertThat(others.post("/api/accounts", newAccount("x")).statusCode()).isEqualTo(403);
  }

  @Test
  void changedRightsCountFromTheNextRequest(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    JsonNode made = make(admin, "wang");
    String address = "/api/accounts/" + made.get("account").get("id").asString();
    Caller wang = desks.stranger();
    wang.signIn("wang", made.get("generatedPassword").asString());
    assertThat(wang.get("/api/cameras/cam-01/snapshot.jpg?at=2020-01-01T00:00:00Z").statusCode())
        .isEqualTo(404);

    admin.send("PUT", address, RIGHTS.replace("\"cameraIds\":null", "\"cameraIds\":[\"cam-02\"]"));
    HttpResponse<String> refused = wang.get("/api/cameras/cam-01/snapshot.jpg");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("not among those you may watch");
    assertThat(wang.get("/api/cameras/cam-02/snapshot.jpg?at=2020-01-01T00:00:00Z").statusCode())
        .isEqualTo(404);

    admin.send("PUT", address, RIGHTS.replace("\"enabled\":true", "\"enabled\":false"));
    assertThat(wang.get("/api/session").statusCode()).isEqualTo(401);
  }

  @Test
  void theLastAdministratorStays(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    String id = admin.getJson("/api/accounts").get(0).get("id").asString();

    HttpResponse<String> answer = admin.send("PUT", "/api/accounts/" + id, RIGHTS);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("last administrator");
    assertThat(admin.get("/api/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void aPersonChangesTheirOwnPasswordAndOtherSignInsEnd(Desks desks) {
    Caller here = desks.signedInAs("anna", Role.DESK);
    Caller elsewhere = desks.stranger();
    elsewhere.signIn("anna", Desks.PASSWORD);
    String change = "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}";

    assertThat(
            here.send(
                    "PUT", "/api/session/password", change.formatted("guessed", "a better one 17"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            here.send("PUT", "/api/session/password", change.formatted(Desks.PASSWORD, "short"))
                .body())
        .contains("at least 10 characters");
    assertThat(
            here.send(
                    "PUT",
                    "/api/session/password",
                    change.formatted(Desks.PASSWORD, "a better one 17"))
                .statusCode())
        .isEqualTo(204);

    assertThat(here.get("/api/session").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/api/session").statusCode()).isEqualTo(401);
    desks.stranger().signIn("anna", "a better one 17");
  }

  @Test
  void aNewPasswordFromTheAdministratorEndsAllSignIns(Desks desks) {
    Caller anna = desks.signedInAs("anna", Role.DESK);
    Caller admin = desks.signedInAs("zoe", Role.ADMIN);
    String id = admin.getJson("/api/accounts").get(0).get("id").asString();

    JsonNode reset = Caller.json(admin.post("/api/accounts/" + id + "/password", ""));

    assertThat(anna.get("/api/session").statusCode()).isEqualTo(401);
    desks.stranger().signIn("anna", reset.get("generatedPassword").asString());
  }

  @Test
  void saysWhatIsWrongWithAnAccount(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);

    assertThat(admin.post("/api/accounts", "{\"username\":\"x\"}").body())
        .contains("rights must not be null");
    assertThat(admin.post("/api/accounts", newAccount("x").replace("DESK", "KING")).statusCode())
        .isEqualTo(400);
    assertThat(admin.post("/api/accounts", newAccount("<script>")).body()).contains("A user name");
    assertThat(
            admin
                .post(
                    "/api/accounts",
                    newAccount("x").replace("\"password\":null", "\"password\":\"aaaaaaaaaaaaa\""))
                .body())
        .contains("too easy");
    assertThat(admin.send("PUT", "/api/accounts/not-an-id", RIGHTS).statusCode()).isEqualTo(400);
  }
}
