package io.zaigang.dashboard.circular;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentStatus;
import io.zaigang.domain.incident.IncidentType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * March 2026 in a hall of 60 windows and 150 people, made from a seed: who punches, what the rules
 * find, what the desk makes of it. Nothing here knows how circulars count.
 */
final class SimulatedMonth {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  static final LocalDate LAST = LocalDate.parse("2026-03-27");
  static final int WINDOWS = 60;
  static final int PEOPLE = 150;
  private static final int UNITS = 10;
  private static final List<LocalTime> DUE =
      List.of(LocalTime.of(8, 30), LocalTime.of(12, 0), LocalTime.of(13, 0), LocalTime.of(16, 30));

  /** What the desk does with an incident. */
  enum Verdict {
    CONFIRM,
    DISMISS,
    LEAVE
  }

  record Found(Incident incident, Verdict verdict) {}

  record MissedPunch(int person, LocalDate date, LocalTime due) {}

  final List<Found> found = new ArrayList<>();
  final Set<MissedPunch> missed = new LinkedHashSet<>();
  private final Random random;

  SimulatedMonth(long seed) {
    random = new Random(seed);
    for (LocalDate day : days()) {
      for (int window = 1; window <= WINDOWS; window++) {
        if (random.nextInt(100) < 12) {
          incident(day, window);
        }
      }
      for (int person = 1; person <= PEOPLE; person++) {
        if (random.nextInt(100) < 2) {
          missed.add(new MissedPunch(person, day, DUE.get(random.nextInt(DUE.size()))));
        }
      }
    }
  }

  static List<LocalDate> days() {
    return FIRST
        .datesUntil(LAST.plusDays(1))
        .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
        .toList();
  }

  static String windowId(int window) {
    return "w%02d".formatted(window);
  }

  static String unitOf(int window) {
    return "县第%d局".formatted((window - 1) % UNITS + 1);
  }

  static int windowOf(int person) {
    return (person - 1) % WINDOWS + 1;
  }

  static String personId(int person) {
    return "%d".formatted(1000 + person);
  }

  private void incident(LocalDate day, int window) {
    IncidentType type = IncidentType.values()[random.nextInt(IncidentType.values().length)];
    Instant from =
        day.atTime(LocalTime.of(9, 0)).plusSeconds(random.nextInt(9000)).atZone(ZONE).toInstant();
    Instant to = from.plusMillis(300_000 + random.nextInt(1_800_000));
    double blind = random.nextInt(3) == 0 ? random.nextInt(200) : 0;
    Incident incident =
        new Incident(
            Incident.idOf(type, windowId(window), from),
            type,
            windowId(window),
            List.of(windowId(window) + "-a"),
            null,
            List.of(cameraOf(window)),
            from,
            from.plusSeconds(300),
            to,
            IncidentStatus.CLOSED,
            blind,
            new TreeMap<>(Map.of("seen", 0)));
    found.add(
        new Found(incident, Verdict.values()[random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2)]));
  }

  private static String cameraOf(int window) {
    return "cam-%02d".formatted((window + 1) / 2);
  }

  /** The site plan, as YAML. */
  static String sitePlan() {
    StringBuilder yaml =
        new StringBuilder(
            """
            hall: { id: jingde, name: 旌德县政务服务中心, timeZone: Asia/Shanghai }
            calendar:
              workdays: [MON, TUE, WED, THU, FRI]
              seasons:
                - { name: 夏令, from: "05-01", to: "09-30", hours: ["08:30-12:00", "13:30-17:00"] }
                - { name: 冬令, from: "10-01", to: "04-30", hours: ["08:30-12:00", "13:00-16:30"] }
            cameras:
            """);
    for (int camera = 1; camera <= WINDOWS / 2; camera++) {
      yaml.append(
          "  - { id: cam-%02d, name: 摄像机%d, url: \"rtsp://192.0.2.%d/live\" }\n"
              .formatted(camera, camera, camera));
    }
    yaml.append("windows:\n");
    for (int window = 1; window <= WINDOWS; window++) {
      double left = window % 2 == 1 ? 0.05 : 0.55;
      yaml.append(
          """
            - id: %1$s
              name: %2$d号窗口
              unit: %3$s
              kind: COUNTER
              minOnPost: 1
              posts:
                - { id: %1$s-a, name: A岗, zones: [{ camera: %4$s, polygon: [[%5$.2f,0.3],[%6$.2f,0.3],[%6$.2f,0.9],[%5$.2f,0.9]] }] }
          """
              .formatted(
                  windowId(window), window, unitOf(window), cameraOf(window), left, left + 0.4));
    }
    return yaml.toString();
  }

  /** 人员名单 as CSV. */
  static String staffList() {
    StringBuilder csv = new StringBuilder("工号,姓名,主管单位,登录名,钉钉UserID,到岗日期,离岗日期\n");
    for (int person = 1; person <= PEOPLE; person++) {
      csv.append(
          "%s,人员%d,%s,,,2026-03-01,\n"
              .formatted(personId(person), person, unitOf(windowOf(person))));
    }
    return csv.toString();
  }

  /** AB岗安排 as CSV. */
  static String assignments() {
    StringBuilder csv = new StringBuilder("工号,姓名,窗口,岗位,角色,开始日期,结束日期\n");
    for (int person = 1; person <= PEOPLE; person++) {
      csv.append(
          "%s,人员%d,%d号窗口,,%s,2026-03-01,\n"
              .formatted(
                  personId(person), person, windowOf(person), person <= WINDOWS ? "A岗" : "B岗"));
    }
    return csv.toString();
  }

  /** 打卡记录 as CSV: everything that was not missed. */
  String punches() {
    StringBuilder csv = new StringBuilder("工号,姓名,打卡时间,上下班\n");
    for (LocalDate day : days()) {
      for (int person = 1; person <= PEOPLE; person++) {
        for (int i = 0; i < DUE.size(); i++) {
          if (!missed.contains(new MissedPunch(person, day, DUE.get(i)))) {
            boolean in = i % 2 == 0;
            csv.append(
                "%s,人员%d,%s %s,%s\n"
                    .formatted(
                        personId(person),
                        person,
                        day,
                        in ? DUE.get(i).minusMinutes(5) : DUE.get(i).plusMinutes(5),
                        in ? "上班" : "下班"));
          }
        }
      }
    }
    return csv.toString();
  }
}
