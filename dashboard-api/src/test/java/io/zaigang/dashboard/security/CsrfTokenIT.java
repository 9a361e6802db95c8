package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

@DashboardTest
class CsrfTokenIT {

  /** A page sends several requests at once: one must not change the token under another's hands. */
  @Test
  void staysTheSameWhileSomeoneIsSignedIn(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);

    for (String path : List.of("/api/session", "/api/hall", "/api/windows", "/api/accounts")) {
      assertThat(admin.get(path).headers().allValues("Set-Cookie"))
          .as(path)
          .noneMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }
  }
}
