package io.zaigang.domain.site;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a document tree into a valid plan, or into the list of everything wrong with it.
 *
 * <p>{@code hall}, {@code calendar}, {@code cameras} and {@code windows} must be there; {@code
 * rules}, {@code areas}, {@code closures} and {@code operation} may be. A section that cannot be
 * read does not keep the others from being read, so that one look shows every problem.
 */
public final class SitePlanReader {

  private SitePlanReader() {}

  /** Reads a whole document. */
  public static SitePlanReading read(DocumentNode document) {
    ProblemList problems = new ProblemList();
    SitePlan plan = plan(new Field("", document.line(), document, problems));
    List<SitePlanProblem> found = problems.inDocumentOrder();
    return found.isEmpty()
        ? new SitePlanReading(Optional.ofNullable(plan), found)
        : new SitePlanReading(Optional.empty(), found);
  }

  private static @Nullable SitePlan plan(Field root) {
    MappingFields fields =
        root.mapping(
            "hall", "calendar", "rules", "cameras", "windows", "areas", "closures", "operation");
    if (fields == null) {
      return null;
    }
    Hall hall = fields.required("hall", SitePlanReader::hall);
    CalendarSettings calendar = fields.required("calendar", CalendarReader::read);
    RuleSettings rules = fields.optional("rules", RuleSettings.DEFAULT, SitePlanReader::hallRules);
    IdRegister cameraIds = new IdRegister("camera");
    List<Camera> cameras =
        fields.required(
            "cameras", f -> cameraIds.section(f, item -> CameraReader.read(item, cameraIds)));
    WindowReader windowReader = new WindowReader(cameraIds, cameras, rules);
    List<ServiceWindow> windows = fields.required("windows", windowReader::section);
    AreaReader areaReader = new AreaReader(cameraIds);
    List<Area> areas = fields.optional("areas", List.of(), f -> f.listOf(areaReader::read));
    ClosureReader closureReader = new ClosureReader(windowReader.windowIds());
    List<WindowClosure> closures =
        fields.optional("closures", List.of(), f -> f.listOf(closureReader::read));
    OperationSettings operation =
        fields.optional("operation", OperationSettings.DEFAULT, SitePlanReader::operation);
    return hall == null
            || calendar == null
            || rules == null
            || cameras == null
            || windows == null
            || areas == null
            || closures == null
            || operation == null
        ? null
        : new SitePlan(hall, calendar, rules, cameras, windows, areas, closures, operation);
  }

  private static @Nullable Hall hall(Field field) {
    MappingFields fields = field.mapping("id", "name", "timeZone");
    if (fields == null) {
      return null;
    }
    String id = fields.required("id", Field::id);
    String name = fields.required("name", Field::name);
    ZoneId timeZone = fields.required("timeZone", SitePlanReader::timeZone);
    return id == null || name == null || timeZone == null ? null : new Hall(id, name, timeZone);
  }

  private static @Nullable ZoneId timeZone(Field field) {
    String text = field.scalar();
    if (text == null) {
      return null;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      return field.problem(PlanMistake.TIME_ZONE, text);
    }
  }

  private static @Nullable OperationSettings operation(Field field) {
    MappingFields fields = field.mapping("keepDays", "taughtHead");
    if (fields == null) {
      return null;
    }
    OperationSettings none = OperationSettings.DEFAULT;
    Boolean taughtHead = fields.optional("taughtHead", none.taughtHead(), Field::yesOrNo);
    return new OperationSettings(
        fields.ifPresent(
            "keepDays",
            f -> f.wholeNumber(OperationSettings.FEWEST_DAYS, OperationSettings.MOST_DAYS)),
        taughtHead == null || taughtHead);
  }

  private static @Nullable RuleSettings hallRules(Field field) {
    RuleOverrides own = RulesReader.read(field);
    if (own == null) {
      return null;
    }
    RuleSettings rules = own.over(RuleSettings.DEFAULT);
    RulesReader.checkTogether(field, rules);
    return rules;
  }
}
