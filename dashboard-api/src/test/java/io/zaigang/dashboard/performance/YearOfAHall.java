package io.zaigang.dashboard.performance;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A year of a hall with 60 windows, made by the database itself: working days only, 8 hours each.
 */
final class YearOfAHall {

  static final int WINDOWS = 60;

  private static final String DAYS =
      "(select d::date as day from generate_series(date '2026-01-01', date '2026-12-31', '1 day') d"
          + " where extract(isodow from d) < 6)";

  private final JdbcTemplate jdbc;

  YearOfAHall(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The hall's plan: 60 windows before 30 cameras. */
  static String plan() {
    StringBuilder yaml =
        new StringBuilder(
            """
            hall: { id: big, name: 六十窗口大厅, timeZone: Asia/Shanghai }
            calendar:
              workdays: [MON, TUE, WED, THU, FRI]
              seasons:
                - { name: 全年, from: "01-01", to: "12-31", hours: ["08:30-12:00", "13:00-16:30"] }
            cameras:
            """);
    for (int i = 1; i <= WINDOWS / 2; i++) {
      yaml.append(
          "  - { id: cam-%d, name: %d号摄像机, url: \"rtsp://192.0.2.1/%d\" }%n".formatted(i, i, i));
    }
    yaml.append("windows:\n");
    for (int i = 1; i <= WINDOWS; i++) {
      yaml.append(
          """
            - id: w%1$d
              name: %1$d号窗口
              unit: 第%3$d单位
              kind: COUNTER
              posts:
                - { id: w%1$d-a, name: A岗, zones: [{ camera: cam-%2$d, polygon: [[0.1,0.3],[0.3,0.3],[0.3,0.9]] }] }
          """
              .formatted(i, (i + 1) / 2, i % 20));
    }
    return yaml.toString();
  }

  void fill() {
    minutes();
    sums();
    incidents();
    register();
    jdbc.update(
        "insert into window_presence select 'w' || w, 'STAFFED', 1, null, now(), now(), 200000 + w"
            + " from generate_series(1, ?) w",
        WINDOWS);
    jdbc.execute("analyze");
  }

  private void minutes() {
    jdbc.update(
        """
        insert into occupancy_minute
        select 'w' || w, (day + time '00:30' + m * interval '1 minute') at time zone 'UTC',
            case when (m * 7 + w) %% 50 = 0 then 20 else 60 end,
            case when (m * 7 + w) %% 50 = 0 then 40 else 0 end, 0, 0, 1, 0
        from %s days, generate_series(1, ?) w, generate_series(0, 479) m
        """
            .formatted(DAYS),
        WINDOWS);
  }

  private void sums() {
    jdbc.update(
        """
        insert into occupancy_hour
        select window_id, (minute at time zone 'Asia/Shanghai')::date,
            extract(hour from minute at time zone 'Asia/Shanghai'), sum(staffed_seconds),
            sum(empty_seconds), sum(blind_seconds), sum(mean_persons * 60), sum(phone_seconds)
        from occupancy_minute group by 1, 2, 3
        """);
    jdbc.update(
        """
        insert into occupancy_day
        select window_id, day, sum(staffed_seconds), sum(empty_seconds), sum(blind_seconds),
            sum(person_seconds), sum(phone_seconds) from occupancy_hour group by 1, 2
        """);
  }

  /** Six a day and window pair: some 47,000 a year. */
  private void incidents() {
    jdbc.update(
        """
        insert into incident (id, type, window_id, post_ids, camera_ids, started_at, confirmed_at,
            ended_at, status, blind_seconds, measure, version, change_number, standing, review)
        select 'i' || day || w || '-' || n,
            (array['VACANCY', 'PHONE_USE', 'GATHERING'])[1 + n %% 3], 'w' || w,
            array['w' || w || '-a'], array['cam-' || (w + 1) / 2], t, t + interval '5 minutes',
            t + interval '9 minutes', 'CLOSED', 0, '{"seen":0}', 1, row_number() over (),
            (array['CONFIRMED', 'DISMISSED', 'CONFIRMED', 'UNREVIEWED'])[1 + (n + w) %% 4],
            null
        from (select day, w, n, (day + time '01:00' + (n * 97 + w) * interval '1 minute')
                at time zone 'UTC' as t
            from %s days, generate_series(1, ?) w, generate_series(0, 2) n) all_of_them
        """
            .formatted(DAYS),
        WINDOWS);
    jdbc.update("update change_counter set last_number = 1000000");
  }

  private void register() {
    jdbc.update(
        """
        insert into audit_event (number, at, actor, action, camera_id, span_from, span_to, subject,
            reason, details, previous_hash, hash)
        select n, timestamptz '2026-01-01' + n * interval '2 minutes', 'user' || n % 200,
            (array['FOOTAGE_VIEWED', 'SIGN_IN', 'CLIP_EXPORTED', 'INCIDENT_CONFIRMED'])[1 + n % 4],
            'cam-' || 1 + n % 30, null, null, null, '复核 ' || n, '{}', repeat('0', 64),
            repeat('0', 64)
        from generate_series(1, 200000) n
        """);
    jdbc.update("update audit_head set last_number = 200000, last_hash = repeat('0', 64)");
  }
}
