package io.zaigang.dashboard.figures;

import org.jspecify.annotations.Nullable;

/**
 * How a place was staffed over some working time, in seconds. What the cameras could not see
 * (blind) is neither presence nor absence: it lowers the coverage, never the on-post rate.
 *
 * @param onPostRate staffed of what was seen, 0 to 1; null where nothing was seen
 * @param coverage what was seen of all working time that was reported, 0 to 1; null where none was
 * @param personSeconds people on post times time: divided by the seen time, how many on average
 * @param phoneSeconds people using a phone times time
 */
record Staffing(
    double staffedSeconds,
    double emptySeconds,
    double blindSeconds,
    @Nullable Double onPostRate,
    @Nullable Double coverage,
    double personSeconds,
    double phoneSeconds) {

  static final Staffing NONE = of(0, 0, 0, 0, 0);

  static Staffing of(
      double staffed, double empty, double blind, double personSeconds, double phoneSeconds) {
    double seen = staffed + empty;
    return new Staffing(
        staffed,
        empty,
        blind,
        seen > 0 ? staffed / seen : null,
        seen + blind > 0 ? seen / (seen + blind) : null,
        personSeconds,
        phoneSeconds);
  }
}
