package io.zaigang.domain.circular;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * The week of a circular: Monday 00:00 to Sunday 24:00 in the hall's time zone.
 *
 * @param monday its first day
 */
public record CircularWeek(LocalDate monday) implements Comparable<CircularWeek> {

  public CircularWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "A circular's week begins on a Monday; " + monday + " is a " + monday.getDayOfWeek());
    }
  }

  /** The week that holds a day. */
  public static CircularWeek holding(LocalDate day) {
    return new CircularWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** The week that holds an instant. */
  public static CircularWeek holding(Instant at, ZoneId zone) {
    return holding(at.atZone(zone).toLocalDate());
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  /** First instant of it. */
  public Instant start(ZoneId zone) {
    return monday.atStartOfDay(zone).toInstant();
  }

  /** First instant after it. */
  public Instant end(ZoneId zone) {
    return monday.plusDays(7).atStartOfDay(zone).toInstant();
  }

  public boolean holds(Instant at, ZoneId zone) {
    return !at.isBefore(start(zone)) && at.isBefore(end(zone));
  }

  /** 第几周: the ISO 8601 number in {@link #year()}. */
  public int number() {
    return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /** The year that {@link #number()} belongs to. */
  public int year() {
    return monday.get(IsoFields.WEEK_BASED_YEAR);
  }

  public CircularWeek next() {
    return new CircularWeek(monday.plusDays(7));
  }

  @Override
  public int compareTo(CircularWeek other) {
    return monday.compareTo(other.monday);
  }
}
