package io.zaigang.dashboard.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The site plan as the page holds it: the same keys as the YAML file. It describes what is sent and
 * taken; the domain's reader decides whether a plan is good.
 *
 * @param rules defaults of the hall
 * @param operation null where the plan says nothing of it
 */
record PlanDocument(
    HallPart hall,
    CalendarPart calendar,
    RulesPart rules,
    List<CameraPart> cameras,
    List<WindowPart> windows,
    List<AreaPart> areas,
    @Nullable OperationPart operation) {

  record HallPart(String id, String name, String timeZone) {}

  /**
   * When the hall works.
   *
   * @param workdays MON to SUN
   * @param holidays days or spans of days, {@code 2026-10-01/2026-10-07}
   * @param extraWorkdays 调休
   */
  record CalendarPart(
      List<String> workdays,
      List<SeasonPart> seasons,
      List<String> holidays,
      List<String> extraWorkdays) {}

  /**
   * A season.
   *
   * @param from month and day, {@code 05-01}
   * @param hours {@code 08:30-12:00}
   */
  record SeasonPart(String name, String from, String to, List<String> hours) {}

  /** Rules; at a window only what differs from the hall. Durations are ISO-8601. */
  record RulesPart(
      @Nullable VacancyPart vacancy,
      @Nullable PhoneUsePart phoneUse,
      @Nullable GatheringPart gathering,
      @Nullable String blindAfter) {}

  record VacancyPart(
      @Nullable String grace, @Nullable String absentAfter, @Nullable String presentAfter) {}

  record PhoneUsePart(
      @Nullable String window, @Nullable Double share, @Nullable String lookEvery) {}

  record GatheringPart(
      @Nullable String window,
      @Nullable Double share,
      @Nullable Integer minPersons,
      @Nullable Double reach) {}

  /**
   * A camera.
   *
   * @param url with names in braces where user and password stand; may be sent with user and
   *     password, and never comes back so
   */
  record CameraPart(String id, String name, String url, double analysisFps) {}

  record WindowPart(
      String id,
      String name,
      String unit,
      String kind,
      int minOnPost,
      List<PostPart> posts,
      @Nullable RulesPart rules) {}

  record PostPart(String id, String name, List<ZonePart> zones) {}

  /**
   * A zone.
   *
   * @param polygon points x, y in fractions of the picture
   */
  record ZonePart(String camera, List<List<Double>> polygon) {}

  record AreaPart(String id, String name, String kind, String camera, List<List<Double>> polygon) {}

  /**
   * How the installation is run.
   *
   * @param keepDays days that footage is kept; null where the recorder's own option decides
   * @param taughtHead null counts as true
   */
  record OperationPart(@Nullable Integer keepDays, @Nullable Boolean taughtHead) {}
}
