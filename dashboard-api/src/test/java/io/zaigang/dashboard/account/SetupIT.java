package io.zaigang.dashboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@DashboardTest
class SetupIT {

  private static final Path FILE = FirstStart.FILE;

  @AfterEach
  void clean(Desks desks) {
    desks.bean(SetupToken.class).remove();
  }

  private static int make(Caller caller, String token, String username) {
    return caller
        .post(
            "/api/setup",
            """
            {"token":"%s","username":"%s","displayName":"王芳","password":"a good long one 7"}\
            """
                .formatted(token, username))
        .statusCode();
  }

  private static Caller visitor(Desks desks) {
    Caller visitor = desks.stranger();
    visitor.get("/api/session"); // has a CSRF cookie, as any browser
    return visitor;
  }

  private static boolean isOpen(Caller caller) {
    return caller.getJson("/api/setup").path("open").asBoolean();
  }

  @Test
  void whoHoldsThePrintedTokenMakesTheFirstAdministratorAndNobodyAfterwards(Desks desks)
      throws IOException {
    Caller visitor = visitor(desks);
    assertThat(isOpen(visitor)).isFalse();
    String token = FirstStart.token(desks);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE)))
        .isEqualTo("rw-------");
    assertThat(isOpen(visitor)).isTrue();

    assertThat(make(visitor, "wrong", "wang")).isEqualTo(400);
    assertThat(make(visitor, token, "not a name!")).isEqualTo(400);
    assertThat(make(visitor, token, "wang")).isEqualTo(204);

    assertThat(FILE).doesNotExist();
    assertThat(isOpen(visitor)).isFalse();
    assertThat(make(visitor, token, "li")).isEqualTo(409);
    visitor.signIn("wang", "a good long one 7");
    assertThat(visitor.getJson("/api/session").path("roles").toString()).contains("ADMIN");
    assertThat(visitor.getJson("/api/register?action=ACCOUNT_CREATED").toString())
        .contains("wang")
        .doesNotContain(token);
  }

  @Test
  void anExpiredTokenIsWorthNothing(Desks desks) throws IOException {
    String token = FirstStart.token(desks);
    Files.writeString(FILE, token + " " + Instant.now().minusSeconds(1));

    Caller visitor = visitor(desks);
    assertThat(isOpen(visitor)).isFalse();
    assertThat(make(visitor, token, "wang")).isEqualTo(409);
  }

  @Test
  void thereIsNoneWhereSomebodyAdministersAlready(Desks desks) {
    desks.addAccount("li", Role.ADMIN);
    desks.bean(SetupToken.class).print();
    assertThat(FILE).doesNotExist();
  }

  @Test
  void guessingIsThrottled(Desks desks) throws IOException {
    String token = FirstStart.token(desks);
    Caller visitor = visitor(desks);
    for (int i = 0; i < 5; i++) {
      assertThat(make(visitor, "wrong " + i, "wang")).isEqualTo(400);
    }
    assertThat(make(visitor, token, "wang")).isEqualTo(429);
  }
}
