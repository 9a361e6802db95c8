package io.zaigang.domain.window;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.CalendarSettings;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.CalendarSettings.Season;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Hall;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleOverrides;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.RuleSettings.PhoneUseSettings;
import io.zaigang.domain.site.RuleSettings.VacancySettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowKind;
import io.zaigang.domain.site.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A hall with one service window, open 08:30–12:00 and 13:00–16:30 from Monday to Friday. */
final class PlanFixture {

  static final String WINDOW = "w03";

  private static final Polygon ANYWHERE =
      new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1)));

  private PlanFixture() {}

  static SitePlan plan(List<Camera> cameras, List<Post> posts, int minOnPost, RuleSettings rules) {
    ServiceWindow window =
        new ServiceWindow(
            WINDOW, "3号窗口", "不动产登记", WindowKind.COUNTER, minOnPost, posts, RuleOverrides.NONE);
    return new SitePlan(
        new Hall("jingde", "大厅", ZoneId.of("Asia/Shanghai")),
        officeHours(),
        rules,
        cameras,
        List.of(window),
        List.of());
  }

  static SitePlan withHours(SitePlan plan, Hours... hours) {
    Season season = new Season("全年", MonthDay.of(1, 1), MonthDay.of(12, 31), List.of(hours));
    CalendarSettings calendar =
        new CalendarSettings(EnumSet.allOf(DayOfWeek.class), List.of(season), List.of(), Set.of());
    return new SitePlan(
        plan.hall(),
        calendar,
        plan.rules(),
        plan.cameras(),
        plan.windows(),
        plan.areas(),
        plan.closures(),
        plan.operation());
  }

  static Camera camera(String id, double analysisFps) {
    return new Camera(id, id, "rtsp://192.0.2.1/" + id, analysisFps);
  }

  static Post post(String id, String... cameraIds) {
    return new Post(id, id, Stream.of(cameraIds).map(c -> new Zone(c, ANYWHERE)).toList());
  }

  static RuleSettings rules(
      Duration grace, Duration absentAfter, Duration presentAfter, Duration blindAfter) {
    return new RuleSettings(
        new VacancySettings(grace, absentAfter, presentAfter),
        new PhoneUseSettings(Duration.ofSeconds(20), 0.6, Duration.ofSeconds(2)),
        RuleSettings.DEFAULT.gathering(),
        blindAfter);
  }

  private static CalendarSettings officeHours() {
    List<Hours> hours =
        List.of(
            new Hours(LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new Hours(LocalTime.of(13, 0), LocalTime.of(16, 30)));
    Season season = new Season("全年", MonthDay.of(1, 1), MonthDay.of(12, 31), hours);
    return new CalendarSettings(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of(season), List.of(), Set.of());
  }
}
