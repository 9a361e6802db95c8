package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.HallPeople;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** 张三 missed the 08:30 punch of a working day, on which 李四 punched. */
public record MissedMorning(LocalDate day, Instant dueAt) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** On the last working day before today: its deadline has not passed. */
  static MissedMorning of(Desks desks, Caller admin) {
    return on(desks, admin, Instant.now().atZone(ZONE).toLocalDate().minusDays(1));
  }

  static MissedMorning weeksAgo(Desks desks, Caller admin, int weeks) {
    return on(desks, admin, Instant.now().atZone(ZONE).toLocalDate().minusWeeks(weeks));
  }

  /** On that day, or the working day before it. */
  public static MissedMorning on(Desks desks, Caller admin, LocalDate wanted) {
    LocalDate day = wanted;
    while (desks.bean(DutyReader.class).calendar().periodsOf(day).isEmpty()) {
      day = day.minusDays(1);
    }
    HallPeople.store(admin, "punches", "工号,打卡时间", "1002," + day + " 08:22:10");
    return new MissedMorning(day, day.atTime(8, 30).atZone(ZONE).toInstant());
  }

  public String request(String reason) {
    return "{\"dueAt\":\"%s\",\"direction\":\"IN\",\"reason\":\"%s\"}".formatted(dueAt, reason);
  }
}
