package io.zaigang.dashboard.circular;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.circular.SimulatedMonth.Found;
import io.zaigang.dashboard.circular.SimulatedMonth.MissedPunch;
import io.zaigang.dashboard.circular.SimulatedMonth.Verdict;
import io.zaigang.dashboard.incident.Incidents;
import io.zaigang.dashboard.site.SitePlanRestorer;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A month of a hall with 60 windows and 150 people, made from a seed and brought in through the
 * API, against a count of its own that knows nothing of how circulars are made.
 */
@DashboardTest
class SimulatedMonthIT {

  private static final long SEED = 20260302;
  private static final List<LocalDate> MONDAYS =
      List.of(
          LocalDate.parse("2026-03-02"),
          LocalDate.parse("2026-03-09"),
          LocalDate.parse("2026-03-16"),
          LocalDate.parse("2026-03-23"),
          LocalDate.parse("2026-03-30"));

  private final SimulatedMonth month = new SimulatedMonth(SEED);

  @Test
  void countsWhatAnIndependentCountCountsAndGivesTheSameAgain(Desks desks) throws Exception {
    SitePlanRestorer before = SitePlanRestorer.of(desks);
    try {
      SitePlans plans = desks.bean(SitePlans.class);
      plans.inForce(
          plans.change(
              plans.current().number(),
              SitePlanFile.parse(SimulatedMonth.sitePlan(), Path.of("simulated.yaml")),
              "test",
              ""));
      Caller admin = desks.signedIn(Role.ADMIN);
      Caller supervisor = desks.signedIn(Role.SUPERVISOR);
      bringIn(desks, admin);
      judge(desks.signedIn(Role.DESK));

      for (LocalDate monday : MONDAYS) {
        agreesWithAnIndependentCount(draft(supervisor, monday), monday);
      }
      String inputs = draft(supervisor, MONDAYS.get(1)).at("/version/inputsSha256").asString();

      bringIn(desks, admin);

      JsonNode again = draft(supervisor, MONDAYS.get(1));
      assertThat(again.at("/version/inputsSha256").asString())
          .as("everything brought in twice changes nothing")
          .isEqualTo(inputs);
      signedIsFrozenAndTheSameForEver(supervisor, again);
    } finally {
      before.restore();
    }
  }

  private void bringIn(Desks desks, Caller admin) {
    importList(admin, "staff", SimulatedMonth.staffList());
    importList(admin, "assignments", SimulatedMonth.assignments());
    importList(admin, "punches", month.punches());
    Incident[] incidents = month.found.stream().map(Found::incident).toArray(Incident[]::new);
    assertThat(desks.job().post("/internal/incidents", Incidents.json(incidents)).statusCode())
        .isEqualTo(200);
  }

  private static void importList(Caller caller, String kind, String csv) {
    byte[] file = csv.getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> stored =
        caller.send(
            caller
                .request("/api/imports/" + kind + "?sha256=" + CanonicalJson.sha256(csv))
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", caller.csrfToken().orElseThrow())
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    assertThat(stored.statusCode()).as(kind + ": " + stored.body()).isEqualTo(200);
  }

  private void judge(Caller desk) {
    for (Found found : month.found) {
      String path = "/api/incidents/" + found.incident().id();
      HttpResponse<String> answer =
          switch (found.verdict()) {
            case CONFIRM -> desk.post(path + "/confirmation", "{\"revision\":0,\"remark\":\"\"}");
            case DISMISS ->
                desk.post(
                    path + "/dismissal",
                    "{\"revision\":0,\"reason\":\"COVERED\",\"falseAlarm\":null,\"remark\":\"\"}");
            case LEAVE -> desk.get(path);
          };
      boolean confirmsNotice =
          found.verdict() == Verdict.CONFIRM && !found.incident().type().isViolation();
      assertThat(answer.statusCode())
          .as("a notice is nothing to confirm; " + answer.body())
          .isEqualTo(confirmsNotice ? 400 : 200);
    }
  }

  private static JsonNode draft(Caller supervisor, LocalDate monday) {
    HttpResponse<String> answer =
        supervisor.send(
            supervisor
                .request("/api/circulars/" + monday + "/draft")
                .header("X-XSRF-TOKEN", supervisor.csrfToken().orElseThrow())
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Caller.json(answer);
  }

  // ---- the independent count: plain loops over what was made up

  private void agreesWithAnIndependentCount(JsonNode circular, LocalDate monday) {
    JsonNode figures = circular.get("figures");
    List<Incident> ofWeek =
        month.found.stream()
            .filter(found -> found.verdict() == Verdict.CONFIRM)
            .map(Found::incident)
            .filter(incident -> mondayOf(dayOf(incident)).equals(monday))
            .toList();
    for (int window = 1; window <= SimulatedMonth.WINDOWS; window++) {
      String id = SimulatedMonth.windowId(window);
      agrees(figures.get("windows").get(window - 1), ofWeek, i -> id.equals(i.windowId()));
    }
    agrees(figures.get("total"), ofWeek, incident -> true);
    long missed = month.missed.stream().filter(one -> becameOne(one).equals(monday)).count();
    assertThat(figures.at("/total/tally/missedPunches").asLong()).isEqualTo(missed);
    if (!monday.equals(MONDAYS.get(4))) {
      assertThat(ofWeek).as("the seed gives something to count").hasSizeGreaterThan(5);
    }
    ordinalsAgree(figures, monday);
  }

  private static void agrees(JsonNode row, List<Incident> ofWeek, Predicate<Incident> mine) {
    int vacancies = 0;
    int minutes = 0;
    int phones = 0;
    int gatherings = 0;
    for (Incident incident : ofWeek) {
      if (mine.test(incident) && incident.endedAt() != null) {
        long millis = Duration.between(incident.startedAt(), incident.endedAt()).toMillis();
        switch (incident.type()) {
          case VACANCY -> {
            vacancies++;
            minutes += (int) ((millis - (long) (incident.blindSeconds() * 1000)) / 60_000);
          }
          case PHONE_USE -> phones++;
          case GATHERING -> gatherings++;
          case POST_UNATTENDED -> {}
        }
      }
    }
    JsonNode tally = row.get("tally");
    assertThat(tally.get("vacancies").asInt()).as(row.get("name").asString()).isEqualTo(vacancies);
    assertThat(tally.get("vacancyMinutes").asInt()).isEqualTo(minutes);
    assertThat(tally.get("phoneUses").asInt()).isEqualTo(phones);
    assertThat(tally.get("gatherings").asInt()).isEqualTo(gatherings);
  }

  /** How many confirmed offences each window had up to the end of the week. */
  private void ordinalsAgree(JsonNode figures, LocalDate monday) {
    Map<String, Integer> upToWeek = new HashMap<>();
    Map<String, Integer> inWeek = new HashMap<>();
    for (Found found : month.found) {
      Incident incident = found.incident();
      if (found.verdict() == Verdict.CONFIRM && incident.type() != IncidentType.POST_UNATTENDED) {
        LocalDate of = mondayOf(dayOf(incident));
        if (!of.isAfter(monday)) {
          upToWeek.merge(incident.windowId(), 1, Integer::sum);
        }
        if (of.equals(monday)) {
          inWeek.merge(incident.windowId(), 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> said = new HashMap<>();
    for (JsonNode consequence : figures.get("consequences")) {
      if (consequence.at("/subject/kind").asString().equals("WINDOW")) {
        said.put(consequence.at("/subject/id").asString(), consequence.get("ordinal").asInt());
      }
    }
    upToWeek.keySet().retainAll(inWeek.keySet());
    assertThat(said).isEqualTo(upToWeek);
  }

  private static LocalDate dayOf(Incident incident) {
    return incident.startedAt().atZone(SimulatedMonth.ZONE).toLocalDate();
  }

  private static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Nobody asked for a make-up: each becomes one at the end of the Monday after it. */
  private static LocalDate becameOne(MissedPunch missed) {
    return missed.date().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  // ---- signed

  private static void signedIsFrozenAndTheSameForEver(Caller supervisor, JsonNode draft)
      throws Exception {
    String week = draft.get("week").asString();
    String sha256 = draft.at("/version/inputsSha256").asString();
    assertThat(
            supervisor
                .post(
                    "/api/circulars/" + week + "/sign-off", "{\"inputsSha256\":\"" + sha256 + "\"}")
                .statusCode())
        .isEqualTo(200);
    String version = "/api/circulars/" + week + "/versions/1";
    assertThat(supervisor.getJson(version + "/verification").toString())
        .isEqualTo("{\"inputsIntact\":true,\"figuresIntact\":true,\"recountsToTheSame\":true}");
    assertThat(CanonicalJson.sha256(supervisor.get(version + "/inputs.json").body()))
        .isEqualTo(sha256);
    for (String file : List.of("circular.docx", "circular.xlsx", "print.html")) {
      byte[] once = bytes(supervisor, version + "/" + file);
      assertThat(once).as(file).hasSizeGreaterThan(5_000);
      assertThat(bytes(supervisor, version + "/" + file)).as(file).isEqualTo(once);
    }
  }

  private static byte[] bytes(Caller caller, String path) {
    HttpResponse<byte[]> answer =
        caller.send(
            caller.request(path).timeout(Duration.ofMinutes(1)),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }
}
