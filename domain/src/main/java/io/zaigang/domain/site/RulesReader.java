package io.zaigang.domain.site;

import io.zaigang.domain.site.RuleOverrides.GatheringOverrides;
import io.zaigang.domain.site.RuleOverrides.PhoneUseOverrides;
import io.zaigang.domain.site.RuleOverrides.VacancyOverrides;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rules}, of the hall or of a window. Both name only what differs: the hall's from the
 * defaults, a window's from the hall's. Wrong values are reported and read as absent.
 */
final class RulesReader {

  /** Larger groups are a crowd, not a talk behind the counter; it also bounds the search. */
  private static final int MAX_GROUP = 50;

  private static final double MAX_REACH = 10;

  private RulesReader() {}

  static @Nullable RuleOverrides read(Field field) {
    MappingFields fields = field.mapping("vacancy", "phoneUse", "gathering", "blindAfter");
    if (fields == null) {
      return null;
    }
    VacancyOverrides vacancy =
        fields.optional("vacancy", RuleOverrides.NONE.vacancy(), RulesReader::vacancy);
    PhoneUseOverrides phoneUse =
        fields.optional("phoneUse", RuleOverrides.NONE.phoneUse(), RulesReader::phoneUse);
    GatheringOverrides gathering =
        fields.optional("gathering", RuleOverrides.NONE.gathering(), RulesReader::gathering);
    var blindAfter = fields.ifPresent("blindAfter", Field::durationAboveZero);
    return vacancy == null || phoneUse == null || gathering == null
        ? null
        : new RuleOverrides(vacancy, phoneUse, gathering, blindAfter);
  }

  private static @Nullable VacancyOverrides vacancy(Field field) {
    MappingFields fields = field.mapping("grace", "absentAfter", "presentAfter");
    return fields == null
        ? null
        : new VacancyOverrides(
            fields.ifPresent("grace", Field::duration),
            fields.ifPresent("absentAfter", Field::duration),
            fields.ifPresent("presentAfter", Field::duration));
  }

  private static @Nullable PhoneUseOverrides phoneUse(Field field) {
    MappingFields fields = field.mapping("window", "share", "lookEvery");
    return fields == null
        ? null
        : new PhoneUseOverrides(
            fields.ifPresent("window", Field::durationAboveZero),
            fields.ifPresent("share", f -> f.numberAboveZero(1)),
            fields.ifPresent("lookEvery", Field::durationAboveZero));
  }

  private static @Nullable GatheringOverrides gathering(Field field) {
    MappingFields fields = field.mapping("window", "share", "minPersons", "reach");
    return fields == null
        ? null
        : new GatheringOverrides(
            fields.ifPresent("window", Field::durationAboveZero),
            fields.ifPresent("share", f -> f.numberAboveZero(1)),
            fields.ifPresent("minPersons", f -> f.wholeNumber(2, MAX_GROUP)),
            fields.ifPresent("reach", f -> f.numberAboveZero(MAX_REACH)));
  }

  /** Checks what no single value shows; the merged rules must make sense together. */
  static void checkTogether(Field field, RuleSettings merged) {
    if (merged.phoneUse().lookEvery().compareTo(merged.phoneUse().window()) > 0) {
      field.problem(
          PlanMistake.LOOK_LONGER_THAN_WINDOW,
          merged.phoneUse().lookEvery(),
          merged.phoneUse().window());
    }
  }
}
