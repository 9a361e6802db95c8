package io.zaigang.dashboard.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.incident.Incidents;
import io.zaigang.dashboard.stream.EventReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each page waits for, measured over a year of a hall with 60 windows, and written to {@code
 * docs/performance-desk.md}. A measurement, so a command and no part of the build: {@code mvn -pl
 * dashboard-api -am -Dskip.ui -Dtest=NONE -Dit.test=DeskPerformance
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false verify}
 */
@DashboardTest
class DeskPerformance {

  private static final Path REPORT = Path.of("..", "docs", "performance-desk.md");
  private static final int TIMES = 21;
  private static final double LIMIT_MILLIS = 300;
  private static final int DESKS = 200;
  private static final double ALERT_LIMIT_MILLIS = 1000;
  private static final Instant ALERT = Instant.parse("2027-01-04T01:00:00Z");

  static {
    try { // before the application reads it
      Files.writeString(Installation.SITE, YearOfAHall.plan());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("Desk: hall", "/api/hall");
    pages.put("Desk: windows", "/api/windows");
    pages.put("Desk: expected by the roster", "/api/duty/now");
    pages.put("Desk: newest incidents", "/api/incidents?limit=50");
    pages.put("Desk: of one window", "/api/incidents?limit=50&windowId=w17");
    pages.put(
        "Desk: to judge",
        "/api/incidents?limit=50&standing=UNREVIEWED&type=VACANCY&type=PHONE_USE&type=GATHERING");
    pages.put("Desk: one incident's history", "/api/incidents/i2026-06-0117-1/history");
    String day = "from=2026-06-01T00:00:00%2B08:00&to=2026-06-02T00:00:00%2B08:00";
    pages.put("Footage: minutes of a day", "/api/occupancy?windowId=w17&" + day);
    pages.put("Footage: incidents of a day", "/api/incidents?limit=200&windowId=w17&" + day);
    pages.put("Figures: a year, all windows", "/api/figures?from=2026-01-01&to=2026-12-31");
    pages.put("Figures: a month", "/api/figures?from=2026-06-01&to=2026-06-30");
    pages.put("Register: newest", "/api/register?limit=100");
    pages.put("Register: one user", "/api/register?limit=100&actor=user17");
    pages.put("Register: words in the reason", "/api/register?limit=100&text=%E5%A4%8D%E6%A0%B8");
    pages.put("Register: words found once", "/api/register?limit=100&text=199999");
    pages.put("Notifications: sent", "/api/notify/messages");
    return pages;
  }

  @Test
  void everyPageAnswersWithinThreeTenthsOfASecond(Desks desks) throws IOException {
    YearOfAHall year = new YearOfAHall(desks.bean(JdbcTemplate.class));
    long filling = System.nanoTime();
    year.fill();
    double fillSeconds = (System.nanoTime() - filling) / 1e9;
    Caller caller = desks.signedIn(Role.values());
    List<String> rows = new ArrayList<>();
    List<String> slow = new ArrayList<>();
    pages()
        .forEach(
            (name, address) -> {
              List<Double> millis = measure(caller, address);
              double median = millis.get(TIMES / 2);
              rows.add(
                  "| %s | `%s` | %.0f | %.0f |"
                      .formatted(name, address, median, millis.get(TIMES - 1)));
              if (median > LIMIT_MILLIS) {
                slow.add(name + ": " + median + " ms");
              }
            });
    List<Double> alerts = measureAlerts(desks, caller);
    report(desks, rows, fillSeconds, alerts);
    assertThat(slow).isEmpty();
    assertThat(alerts).allMatch(millis -> millis <= ALERT_LIMIT_MILLIS);
  }

  private static List<Double> measure(Caller caller, String address) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = caller.get(address);
      millis.add((System.nanoTime() - begin) / 1e6);
      assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
    }
    Collections.sort(millis);
    return millis;
  }

  /** Milliseconds from the job's request to the moment when the last of all desks has heard. */
  private static List<Double> measureAlerts(Desks desks, Caller caller) {
    List<EventReader> streams = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    try {
      for (int i = 0; i < DESKS; i++) {
        streams.add(EventReader.open(caller));
      }
      streams.forEach(EventReader::next); // "ready"
      Caller job = desks.job();
      for (int i = 0; i < TIMES; i++) {
        long begin = System.nanoTime();
        job.post("/internal/incidents", Incidents.json(Incidents.open(ALERT.plusSeconds(i))));
        streams.forEach(EventReader::next);
        millis.add((System.nanoTime() - begin) / 1e6);
      }
    } finally {
      streams.forEach(EventReader::close);
    }
    Collections.sort(millis);
    return millis;
  }

  private static void report(
      Desks desks, List<String> rows, double fillSeconds, List<Double> alerts) throws IOException {
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    String text =
        """
        # How fast the desk answers

        Written by `DeskPerformance` (its Javadoc has the command): a year of a hall with %d windows, made by
        SQL: %,d minutes of occupancy, %,d incidents, %,d entries of the register. Embedded PostgreSQL, %d
        processors, load %.1f while measuring; %d requests each, one after the other, over HTTP with sign-in.
        Making the year took %.0f s. The limit is %.0f ms at the median.

        | page | request | median ms | slowest ms |
        | --- | --- | --- | --- |
        %s

        An incident that the job posts is on the streams of %d open desks after %.0f ms at the median, %.0f ms at
        most; the limit is %.0f ms.
        """
            .formatted(
                YearOfAHall.WINDOWS,
                count(jdbc, "occupancy_minute"),
                count(jdbc, "incident"),
                count(jdbc, "audit_event"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                TIMES,
                fillSeconds,
                LIMIT_MILLIS,
                String.join("\n", rows),
                DESKS,
                alerts.get(TIMES / 2),
                alerts.get(TIMES - 1),
                ALERT_LIMIT_MILLIS);
    Files.writeString(REPORT, text, StandardCharsets.UTF_8);
  }

  private static long count(JdbcTemplate jdbc, String table) {
    return jdbc.queryForObject("select count(*) from " + table, Long.class);
  }
}
