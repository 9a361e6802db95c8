package io.zaigang.dashboard.figures;

import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a span of days.
 *
 * @param from first day
 * @param to last day, included
 * @param windows in the order of the site plan; windows that are no longer in it last
 * @param days those with anything to tell, in order
 * @param hours of the day, in order; findings count in the hour they began
 */
record Figures(
    LocalDate from,
    LocalDate to,
    Staffing staffing,
    Findings findings,
    List<WindowFigures> windows,
    List<DayFigures> days,
    List<HourFigures> hours) {

  /**
   * One window's.
   *
   * @param name as the site plan has it; its id where it is no longer there
   */
  record WindowFigures(
      String windowId, String name, String unit, Staffing staffing, Findings findings) {}

  /** One day's. */
  record DayFigures(LocalDate day, Staffing staffing, Findings findings) {}

  /** One hour of the day, over all days; 8 is 08:00 to 09:00. */
  record HourFigures(int hour, Staffing staffing, Findings findings) {}
}
