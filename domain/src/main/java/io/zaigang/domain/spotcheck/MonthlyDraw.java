package io.zaigang.domain.spotcheck;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Draws the checks of a month from a seed.
 *
 * <p>Fair over the month: the month's working time is cut into as many equal parts as each window
 * gets checks, and each window gets one check in each part, at a moment drawn evenly from it. So
 * every window has as many turns as any other, no week is without, and nobody can foresee the hour.
 * A window's draw depends on the seed, the month and its own id alone: adding a window moves no
 * other's.
 *
 * @param turns checks that each window gets in a month
 * @param length of the footage a checker is shown; a draw leaves as much before the period's end
 */
public record MonthlyDraw(WorkingCalendar calendar, int turns, Duration length) {

  public MonthlyDraw {
    if (turns < 1) {
      throw new IllegalArgumentException("A window gets 1 check a month or more, not " + turns);
    }
  }

  /** All checks of the month, in the order of their moments. */
  public List<Drawn> draw(YearMonth month, long seed, Collection<String> windowIds) {
    List<Stretch> stretches = stretches(month);
    long total = stretches.stream().mapToLong(Stretch::millis).sum();
    if (total < turns) {
      return List.of(); // a month without working time
    }
    List<Drawn> drawn = new ArrayList<>();
    for (String windowId : windowIds) {
      for (int turn = 1; turn <= turns; turn++) {
        long from = total * (turn - 1) / turns;
        long to = total * turn / turns;
        long offset = from + Math.floorMod(number(month, seed, windowId, turn), to - from);
        drawn.add(new Drawn(windowId, turn, at(stretches, offset)));
      }
    }
    drawn.sort(Comparator.comparing(Drawn::at).thenComparing(Drawn::windowId));
    return drawn;
  }

  private record Stretch(Instant start, long millis) {}

  private List<Stretch> stretches(YearMonth month) {
    List<Stretch> stretches = new ArrayList<>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      for (WorkingPeriod period : calendar.periodsOf(month.atDay(day))) {
        long millis = Duration.between(period.start(), period.end()).minus(length).toMillis();
        if (millis > 0) {
          stretches.add(new Stretch(period.start(), millis));
        }
      }
    }
    return stretches;
  }

  private static Instant at(List<Stretch> stretches, long offset) {
    long left = offset;
    for (Stretch stretch : stretches) {
      if (left < stretch.millis()) {
        return Instant.ofEpochSecond(stretch.start().plusMillis(left).getEpochSecond());
      }
      left -= stretch.millis();
    }
    throw new IllegalStateException("Offset " + offset + " lies outside the month");
  }

  /** Even numbers out of a hash: the same on every machine and every Java, for ever. */
  private static long number(YearMonth month, long seed, String windowId, int turn) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (seed + "\n" + month + "\n" + windowId + "\n" + turn)
                      .getBytes(StandardCharsets.UTF_8));
      long number = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        number = number << Byte.SIZE | hash[i] & 0xff;
      }
      return number;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
