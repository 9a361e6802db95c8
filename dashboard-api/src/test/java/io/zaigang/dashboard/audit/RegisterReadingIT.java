package io.zaigang.dashboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@DashboardTest
class RegisterReadingIT {

  private static void fill(Desks desks, int entries) {
    Register register = desks.bean(Register.class);
    IntStream.range(0, entries)
        .forEach(
            i ->
                register.add(
                    AuditEntry.by(i % 2 == 0 ? "anna" : "bert", AuditAction.CLIP_EXPORTED)
                        .subject("clip " + i)
                        .reason(i == 3 ? "=1+1 100%" : null)));
  }

  @Test
  void pagesAndFilters(Desks desks) {
    Caller auditor = desks.signedIn(Role.AUDITOR);
    fill(desks, 12);

    List<Long> numbers = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = auditor.getJson("/api/register?limit=5&action=CLIP_EXPORTED" + next);
      page.get("items").forEach(item -> numbers.add(item.get("number").asLong()));
      next = page.get("next").isNull() ? "" : "&before=" + page.get("next").asLong();
    } while (!next.isEmpty());

    assertThat(numbers)
        .hasSize(12)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(auditor.getJson("/api/register?actor=anna").get("items")).hasSize(6);
    assertThat(auditor.getJson("/api/register?text=100%25").get("items")).hasSize(1);
    assertThat(auditor.getJson("/api/register?to=2020-01-01T00:00:00Z").get("items")).isEmpty();
  }

  @Test
  void isReadByAuditorsAndAdministratorsOnly(Desks desks) {
    assertThat(
            desks
                .signedIn(Role.DESK, Role.APPROVER, Role.SUPERVISOR)
                .get("/api/register")
                .statusCode())
        .isEqualTo(403);
    assertThat(desks.signedIn(Role.ADMIN).get("/api/register").statusCode()).isEqualTo(200);
  }

  @Test
  void exportsForASpreadsheetWithoutFormulas(Desks desks) {
    Caller auditor = desks.signedInAs("audit", Role.AUDITOR);
    fill(desks, 4);

    String csv =
        auditor
            .get("/api/register/export.csv?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z")
            .body();

    assertThat(csv).startsWith("\uFEFF\"number\",\"at\",").contains("\"'=1+1 100%\"");
    assertThat(csv.lines()).hasSize(1 + 1 + 4 + 1); // head, sign-in, entries, the export itself
  }

  @Test
  void anUntouchedChainIsRight(Desks desks) {
    Caller auditor = desks.signedIn(Role.AUDITOR);
    fill(desks, 5);

    JsonNode verification = auditor.getJson("/api/register/verification");

    assertThat(verification.get("entries").asInt()).isEqualTo(6);
    assertThat(verification.get("firstWrong").isNull()).isTrue();
  }

  /** By someone who has the database and knows how to get past its triggers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit_event set actor = 'somebody' where number = 3 | 3 | it was changed",
        "update audit_event set details = '{}' where number = 1 | 1 | it was changed",
        "delete from audit_event where number = 4 | 4 | entries are missing",
        "delete from audit_event where number = 6 | 6 | entries are missing at the end",
        "update audit_event set hash = repeat('f', 64) where number = 2 | 2 | it was changed",
      })
  void tamperingIsFound(String tampering, int where, String problem, Desks desks) {
    Caller auditor = desks.signedIn(Role.AUDITOR);
    fill(desks, 5);
    desks
        .bean(JdbcTemplate.class)
        .execute(
            "set session_replication_role = replica; "
                + tampering
                + "; set session_replication_role = default");

    JsonNode verification = auditor.getJson("/api/register/verification");

    assertThat(verification.get("firstWrong").asInt()).isEqualTo(where);
    assertThat(verification.get("problem").asString()).isEqualTo(problem);
  }
}
