package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.CalendarSettings.DateRange;
import io.zaigang.domain.site.CalendarSettings.Season;
import io.zaigang.domain.site.RuleOverrides.GatheringOverrides;
import io.zaigang.domain.site.RuleOverrides.PhoneUseOverrides;
import io.zaigang.domain.site.RuleOverrides.VacancyOverrides;
import io.zaigang.domain.site.RuleSettings.GatheringSettings;
import io.zaigang.domain.site.RuleSettings.PhoneUseSettings;
import io.zaigang.domain.site.RuleSettings.VacancySettings;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plan into the document that {@link SitePlanReader} reads back as the same plan. Values
 * that are the defaults are written too, so that the document shows everything in force; closures
 * and {@code operation} only where there is something to say.
 */
public final class SitePlanWriter {

  private SitePlanWriter() {}

  /** The whole plan, sections and keys in the order of the documentation. */
  public static DocumentNode write(SitePlan plan) {
    Keys keys =
        new Keys()
            .put(
                "hall",
                new Keys()
                    .put("id", plan.hall().id())
                    .put("name", plan.hall().name())
                    .put("timeZone", plan.hall().timeZone().getId())
                    .node())
            .put("calendar", calendar(plan.calendar()))
            .put("rules", rules(everything(plan.rules())))
            .put("cameras", list(plan.cameras(), SitePlanWriter::camera))
            .put("windows", list(plan.windows(), SitePlanWriter::window))
            .put("areas", list(plan.areas(), SitePlanWriter::area));
    if (!plan.closures().isEmpty()) {
      keys.put("closures", list(plan.closures(), SitePlanWriter::closure));
    }
    OperationSettings operation = plan.operation();
    return keys.putIfAny(
            "operation",
            new Keys()
                .put("keepDays", operation.keepDays())
                .put("taughtHead", operation.taughtHead() ? null : false))
        .node();
  }

  private static DocumentNode calendar(CalendarSettings calendar) {
    List<DayOfWeek> workdays = calendar.workdays().stream().sorted().toList();
    List<LocalDate> extraWorkdays = calendar.extraWorkdays().stream().sorted().toList();
    return new Keys()
        .put("workdays", list(workdays, day -> DocumentNode.scalar(day.name().substring(0, 3))))
        .put("seasons", list(calendar.seasons(), SitePlanWriter::season))
        .put("holidays", list(calendar.holidays(), SitePlanWriter::dateRange))
        .put("extraWorkdays", list(extraWorkdays, DocumentNode::scalar))
        .node();
  }

  private static DocumentNode season(Season season) {
    return new Keys()
        .put("name", season.name())
        .put("from", monthDay(season.from()))
        .put("to", monthDay(season.to()))
        .put("hours", list(season.hours(), h -> DocumentNode.scalar(CalendarReader.text(h))))
        .node();
  }

  private static String monthDay(MonthDay day) {
    return day.toString().substring("--".length());
  }

  private static DocumentNode dateRange(DateRange range) {
    return DocumentNode.scalar(range.first() + "/" + range.last());
  }

  private static RuleOverrides everything(RuleSettings rules) {
    VacancySettings vacancy = rules.vacancy();
    PhoneUseSettings phone = rules.phoneUse();
    GatheringSettings gathering = rules.gathering();
    return new RuleOverrides(
        new VacancyOverrides(vacancy.grace(), vacancy.absentAfter(), vacancy.presentAfter()),
        new PhoneUseOverrides(phone.window(), phone.share(), phone.lookEvery()),
        new GatheringOverrides(
            gathering.window(), gathering.share(), gathering.minPersons(), gathering.reach()),
        rules.blindAfter());
  }

  private static DocumentNode rules(RuleOverrides rules) {
    return new Keys()
        .putIfAny(
            "vacancy",
            new Keys()
                .put("grace", rules.vacancy().grace())
                .put("absentAfter", rules.vacancy().absentAfter())
                .put("presentAfter", rules.vacancy().presentAfter()))
        .putIfAny(
            "phoneUse",
            new Keys()
                .put("window", rules.phoneUse().window())
                .put("share", rules.phoneUse().share())
                .put("lookEvery", rules.phoneUse().lookEvery()))
        .putIfAny(
            "gathering",
            new Keys()
                .put("window", rules.gathering().window())
                .put("share", rules.gathering().share())
                .put("minPersons", rules.gathering().minPersons())
                .put("reach", rules.gathering().reach()))
        .put("blindAfter", rules.blindAfter())
        .node();
  }

  private static DocumentNode camera(Camera camera) {
    return new Keys()
        .put("id", camera.id())
        .put("name", camera.name())
        .put("url", camera.url())
        .put("analysisFps", camera.analysisFps())
        .node();
  }

  private static DocumentNode window(ServiceWindow window) {
    Keys keys =
        new Keys()
            .put("id", window.id())
            .put("name", window.name())
            .put("unit", window.unit())
            .put("kind", window.kind())
            .put("minOnPost", window.minOnPost())
            .put("posts", list(window.posts(), SitePlanWriter::post));
    if (!window.rules().equals(RuleOverrides.NONE)) {
      keys.put("rules", rules(window.rules()));
    }
    return keys.node();
  }

  private static DocumentNode post(Post post) {
    return new Keys()
        .put("id", post.id())
        .put("name", post.name())
        .put("zones", list(post.zones(), SitePlanWriter::zone))
        .node();
  }

  private static DocumentNode zone(Zone zone) {
    return new Keys().put("camera", zone.cameraId()).put("polygon", polygon(zone.polygon())).node();
  }

  private static DocumentNode area(Area area) {
    return new Keys()
        .put("id", area.id())
        .put("name", area.name())
        .put("kind", area.kind())
        .put("camera", area.cameraId())
        .put("polygon", polygon(area.polygon()))
        .node();
  }

  private static DocumentNode closure(WindowClosure closure) {
    return new Keys()
        .put("window", closure.windowId())
        .put("from", closure.from())
        .put("to", closure.to())
        .node();
  }

  private static DocumentNode polygon(Polygon polygon) {
    return list(
        polygon.points(), point -> list(List.of(point.x(), point.y()), DocumentNode::scalar));
  }

  private static <T> DocumentNode list(List<T> values, Function<T, DocumentNode> write) {
    List<DocumentNode> nodes = new ArrayList<>(values.size());
    values.forEach(value -> nodes.add(write.apply(value)));
    return DocumentNode.sequence(nodes);
  }

  /** Keys of one mapping, in order; a null value leaves its key out. */
  private static final class Keys {
    private final Map<String, DocumentNode> entries = new LinkedHashMap<>();

    Keys put(String key, @Nullable Object value) {
      if (value != null) {
        entries.put(key, value instanceof DocumentNode node ? node : DocumentNode.scalar(value));
      }
      return this;
    }

    Keys putIfAny(String key, Keys nested) {
      return nested.entries.isEmpty() ? this : put(key, nested.node());
    }

    DocumentNode node() {
      return DocumentNode.mapping(entries);
    }
  }
}
