package io.zaigang.domain.site;

/**
 * Everything that can be wrong with a plan: the name is the code by which pages say it in their own
 * language, the text is for files and logs.
 */
public enum PlanMistake {
  MISSING("is missing"),
  UNKNOWN_KEY("unknown key; known here: %s"),
  REPEATED_KEY("this key was there before"),
  NOT_KEYS("expected keys with values, found %s"),
  NOT_A_LIST("expected a list, found %s"),
  NOT_SINGLE("expected a single value, found %s"),
  NAME_LENGTH("expected 1 to %s characters, found %s"),
  NAME_LINES("expected one line without control characters"),
  NOT_AN_ID("'%s' is no id: 1 to 64 of A-Z, a-z, 0-9, '_' and '-'"),
  WHOLE_NUMBER("expected a whole number from %s to %s, found '%s'"),
  YES_OR_NO("expected true or false, found '%s'"),
  ABOVE_ZERO("expected a number above 0 and up to %s, found %s"),
  TOO_LARGE("'%s' is too large a number"),
  NOT_A_NUMBER("expected a number, found '%s'"),
  DURATION_RANGE("expected a duration from PT0S to PT24H, found '%s'"),
  DURATION_MILLIS("expected whole milliseconds, found '%s'"),
  NOT_A_DURATION("expected a duration such as PT5M or PT2.5S, found '%s'"),
  DURATION_ZERO("expected a duration above zero, found %s"),
  ONE_OF("expected one of %s, found '%s'"),
  TIME_ZONE("expected a time zone such as Asia/Shanghai, found '%s'"),
  TAKEN("'%s' is taken already by %s"),
  NO_SUCH("there is no %s '%s'"),
  ADDRESS_SPACES("a camera's address has no spaces"),
  NOT_AN_ADDRESS("expected an address such as rtsp://192.0.2.11/stream"),
  ADDRESS_SCHEME("expected an rtsp or rtsps address, found the scheme '%s'"),
  ADDRESS_HOST("the address names no host"),
  ADDRESS_BRACES("braces hold the name of an environment variable, such as {CAM01_PASSWORD}"),
  FEW_POINTS("a polygon needs at least 3 points, found %s"),
  CROSSES_ITSELF("the polygon crosses itself"),
  NO_AREA("the polygon encloses no area"),
  POINT("a point is [x, y], found %s values"),
  FRACTION("expected a fraction of the picture from 0 to 1, found %s"),
  LOOK_LONGER_THAN_WINDOW("phoneUse.lookEvery (%s) must not be longer than phoneUse.window (%s)"),
  BLIND_BETWEEN_SAMPLES(
      "blindAfter (%s) must be longer than the time between two samples of camera '%s' (%s)"),
  MORE_THAN_POSTS("%s people are needed, but the window has %s posts"),
  POST_COUNT("expected 1 to %s posts, found %s"),
  NO_ZONE("a post needs at least one zone: no camera would see it"),
  TWO_ZONES("camera '%s' has two zones of this post; join them"),
  NO_DAY("expected at least one day"),
  DAY_TWICE("a day is there twice"),
  WEEKDAY("expected one of MON, TUE, WED, THU, FRI, SAT, SUN, found '%s'"),
  SEASON_NAMES("two seasons have the same name"),
  SEASON_GAP("no season covers %s to %s"),
  SEASONS_OVERLAP("seasons overlap from %s to %s: %s"),
  MONTH_DAY("expected month and day such as 05-01, found '%s'"),
  NO_HOURS("expected at least one span of hours"),
  HOURS_OVERLAP("hours overlap: %s and %s"),
  HOURS_ORDER("'%s' ends before it starts; the day's end is 24:00"),
  NOT_HOURS("expected hours such as 08:30-12:00, found '%s'"),
  DAYS_ORDER("'%s' ends before it starts"),
  NOT_DAYS("expected days such as 2026-10-01/2026-10-07 or 2026-10-01, found '%s'"),
  NOT_A_DAY("expected a day such as 2026-09-20, found '%s'"),
  WORKDAY_TWICE("%s is there twice"),
  CLOSURE_ORDER("'to' must be after 'from'"),
  NOT_AN_INSTANT("expected an instant such as 2026-03-02T13:30:00+08:00, found '%s'"),
  WORKDAY_IS_HOLIDAY("%s is a holiday too; keep one of the two");

  private final String text;

  PlanMistake(String text) {
    this.text = text;
  }

  /** In English, values in their places. */
  String says(Object... values) {
    return text.formatted(values);
  }
}
