package io.zaigang.dashboard.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.duty.HallPeople;
import io.zaigang.dashboard.incident.Incidents;
import io.zaigang.domain.incident.Incident;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@DashboardTest
class ResponsibilityIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Test
  void theRosterAnswersWhenAVacancyIsStoredAndAgainWhenLeaveComesInLate(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    ZonedDateTime begin = lastWorkingMorning();
    Incident vacancy = Incidents.closed(begin.toInstant(), begin.toInstant().plusSeconds(900));

    desks.job().post("/internal/incidents", Incidents.json(vacancy));
    assertThat(answer(admin, vacancy)).startsWith("{\"cause\":\"LEFT_POST\"").contains("张三");

    leave(admin, begin, begin.minusDays(1));
    assertThat(answer(admin, vacancy)).startsWith("{\"cause\":\"NO_COVER\"").contains("李四");
  }

  @Test
  void leaveAskedForAfterwardsExcusesNobody(Desks desks) {
    Caller admin = desks.signedIn(Role.ADMIN);
    HallPeople.arrive(admin);
    ZonedDateTime begin = lastWorkingMorning();
    Incident vacancy = Incidents.closed(begin.toInstant(), begin.toInstant().plusSeconds(900));
    desks.job().post("/internal/incidents", Incidents.json(vacancy));

    leave(admin, begin, begin.plusHours(1));

    assertThat(answer(admin, vacancy)).startsWith("{\"cause\":\"LEFT_POST\"").contains("张三");
  }

  private static void leave(Caller admin, ZonedDateTime around, ZonedDateTime asked) {
    HallPeople.store(
        admin,
        "absences",
        "工号,类型,开始时间,结束时间,申请时间,审批结果,审批人",
        "1001,请假,%s,%s,%s,同意,李局"
            .formatted(
                TIME.format(around.minusHours(1)),
                TIME.format(around.plusHours(2)),
                TIME.format(asked)));
  }

  private static String answer(Caller caller, Incident vacancy) {
    return caller.get("/api/incidents/" + vacancy.id() + "/responsibility").body();
  }

  private static ZonedDateTime lastWorkingMorning() {
    ZonedDateTime day = Instant.now().atZone(ZONE).minusDays(1);
    while (day.getDayOfWeek().getValue() > 5) {
      day = day.minusDays(1);
    }
    return day.truncatedTo(ChronoUnit.DAYS).withHour(9).withMinute(40);
  }
}
