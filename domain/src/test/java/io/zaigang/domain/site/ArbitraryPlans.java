package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.CalendarSettings.DateRange;
import io.zaigang.domain.site.CalendarSettings.Hours;
import io.zaigang.domain.site.CalendarSettings.Season;
import io.zaigang.domain.site.RuleOverrides.GatheringOverrides;
import io.zaigang.domain.site.RuleOverrides.PhoneUseOverrides;
import io.zaigang.domain.site.RuleOverrides.VacancyOverrides;
import io.zaigang.domain.site.RuleSettings.GatheringSettings;
import io.zaigang.domain.site.RuleSettings.PhoneUseSettings;
import io.zaigang.domain.site.RuleSettings.VacancySettings;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Valid site plans of all shapes, grown from a seed. */
public final class ArbitraryPlans extends DomainContextBase {

  @Provide
  Arbitrary<SitePlan> plans() {
    return Arbitraries.longs().map(seed -> new Growth(new Random(seed)).plan());
  }

  private record Growth(Random random) {

    SitePlan plan() {
      List<Camera> cameras = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        String url = random.nextBoolean() ? "rtsp://{A}:{B_1}@h/" + i : "RTSPS://192.0.2.1:554";
        cameras.add(new Camera("cam_" + i, name(), url, 0.5 + random.nextDouble()));
      }
      List<ServiceWindow> windows = new ArrayList<>();
      for (int i = 0; i < random.nextInt(4); i++) {
        windows.add(window("w" + i, cameras));
      }
      List<Area> areas = new ArrayList<>();
      for (int i = 0; i < random.nextInt(3); i++) {
        AreaKind kind = AreaKind.values()[random.nextInt(2)];
        areas.add(new Area("a" + i, name(), kind, cameras.get(0).id(), polygon()));
      }
      ZoneId zone = ZoneId.of(random.nextBoolean() ? "Asia/Shanghai" : "+05:45");
      OperationSettings operation =
          new OperationSettings(
              random.nextBoolean() ? null : 30 + random.nextInt(300), random.nextBoolean());
      return new SitePlan(
              new Hall("h-1", name(), zone),
              calendar(),
              rules(),
              cameras,
              windows,
              areas,
              List.of(),
              operation)
          .closedAt(closures());
    }

    private List<WindowClosure> closures() {
      List<WindowClosure> closures = new ArrayList<>();
      for (int i = 0; i < random.nextInt(3); i++) {
        Instant from = Instant.ofEpochMilli(1_800_000_000_000L + random.nextInt());
        closures.add(new WindowClosure("w" + i, from, from.plus(millis())));
      }
      return closures;
    }

    private CalendarSettings calendar() {
      Set<DayOfWeek> workdays = new TreeSet<>();
      Set<LocalDate> extra = new TreeSet<>();
      for (int i = 0; i <= random.nextInt(7); i++) {
        workdays.add(DayOfWeek.of(1 + random.nextInt(7)));
        extra.add(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(300)));
      }
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
      List<DateRange> holidays = List.of(new DateRange(day, day.plusDays(random.nextInt(9))));
      MonthDay to = MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28));
      MonthDay from = MonthDay.from(to.atYear(2028).plusDays(1));
      MonthDay middle = MonthDay.from(from.atYear(2028).plusDays(30));
      MonthDay afterMiddle = MonthDay.from(middle.atYear(2028).plusDays(1));
      Season first = new Season("夏令", from, middle, hours());
      Season second = new Season("冬令", afterMiddle, to, hours());
      return new CalendarSettings(workdays, List.of(first, second), holidays, extra);
    }

    private List<Hours> hours() {
      LocalTime start = LocalTime.of(random.nextInt(11), random.nextInt(60));
      LocalTime end = random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(23, 59);
      return List.of(new Hours(start, start.plusHours(1)), new Hours(start.plusHours(2), end));
    }

    private ServiceWindow window(String id, List<Camera> cameras) {
      List<Post> posts = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        List<Zone> zones = new ArrayList<>();
        for (Camera camera : cameras.subList(0, 1 + random.nextInt(cameras.size()))) {
          zones.add(new Zone(camera.id(), polygon()));
        }
        posts.add(new Post(id + "-" + i, name(), zones));
      }
      WindowKind kind = WindowKind.values()[random.nextInt(2)];
      int minOnPost = 1 + random.nextInt(posts.size());
      RuleOverrides rules = random.nextBoolean() ? RuleOverrides.NONE : overrides();
      return new ServiceWindow(id, name(), name(), kind, minOnPost, posts, rules);
    }

    private RuleSettings rules() {
      return new RuleSettings(
          new VacancySettings(millis(), millis(), millis()),
          new PhoneUseSettings(millis().plusHours(2), share(), millis()),
          new GatheringSettings(millis(), share(), 2 + random.nextInt(9), 1 + share()),
          millis().plusSeconds(2));
    }

    private RuleOverrides overrides() {
      return new RuleOverrides(
          new VacancyOverrides(maybe() ? millis() : null, null, maybe() ? millis() : null),
          new PhoneUseOverrides(null, maybe() ? share() : null, null),
          new GatheringOverrides(maybe() ? millis() : null, null, maybe() ? 4 : null, null),
          maybe() ? millis().plusSeconds(2) : null);
    }

    private boolean maybe() {
      return random.nextBoolean();
    }

    private Duration millis() {
      return Duration.ofMillis(1 + random.nextInt(3_600_000));
    }

    private double share() {
      return 1 - random.nextDouble();
    }

    private Polygon polygon() {
      double x = random.nextDouble() / 2;
      double y = random.nextDouble() / 2;
      double size = 0.1 + random.nextDouble() / 4;
      return new Polygon(
          List.of(
              new Point(x, y),
              new Point(x + size, y),
              new Point(x + size / 3, y + size / 3),
              new Point(x, y + size)));
    }

    private String name() {
      String[] names = {"3号窗口 不动产登记", "A岗", "yes", "0.10", "a: b # \"c\" '", " spaced ", "null"};
      return names[random.nextInt(names.length)];
    }
  }
}
