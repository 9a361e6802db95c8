package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import org.junit.jupiter.api.Test;

@DashboardTest
class ServiceTokenRotationIT {

  @Test
  void aRunningJobIsLetInBeforeAndAfterAndTheTokenIsNeverShown(Desks desks) {
    Caller running = desks.job();
    Caller admin = desks.signedInAs("li", Role.ADMIN);
    assertThat(running.get("/internal/site-plan").statusCode()).isEqualTo(200);

    String answer = admin.post("/api/settings/service-token/rotation", "").body();

    assertThat(answer).contains("previousUntil").doesNotContainPattern("[0-9a-f]{64}");
    assertThat(running.get("/internal/site-plan").statusCode()).isEqualTo(200);
    assertThat(desks.job().get("/internal/site-plan").statusCode()).isEqualTo(200);
    assertThat(admin.getJson("/api/register?action=SERVICE_TOKEN_ROTATED").toString())
        .contains("PT1H");
  }
}
