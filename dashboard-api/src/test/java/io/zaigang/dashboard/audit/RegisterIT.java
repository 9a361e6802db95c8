package io.zaigang.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DashboardTest
class RegisterIT {

  @Test
  void keepsWhoSignedInAndOutAndWhoDidNot(Desks desks) {
    Caller anna = desks.signedInAs("anna", Role.DESK);
    desks.stranger().trySignIn("anna", "wrong password");
    desks.stranger().trySignIn("my-secret-typed-in-the-wrong-field", "x");
    anna.send("DELETE", "/api/session", "");

    List<Map<String, Object>> entries =
        desks
            .bean(JdbcTemplate.class)
            .queryForList(
                "select actor, action, subject, details from audit_event order by number");

    assertThat(entries)
        .extracting(e -> e.get("actor") + " " + e.get("action") + " " + e.get("subject"))
        .containsExactly(
            "anna SIGN_IN null",
            "- SIGN_IN_REFUSED anna",
            "- SIGN_IN_REFUSED null",
            "anna SIGN_OUT null");
    assertThat(entries.toString()).doesNotContain("my-secret", "password");
  }

  @Test
  void nothingCanBeChangedOrTakenOut(Desks desks) {
    desks.signedIn(Role.DESK);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);

    for (String tampering :
        List.of(
            "update audit_event set actor = 'someone else'",
            "delete from audit_event",
            "truncate audit_event")) {
      assertThatThrownBy(() -> jdbc.execute(tampering)).hasMessageContaining("append-only");
    }
  }
}
