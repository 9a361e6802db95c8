package io.zaigang.domain.circular;

import org.jspecify.annotations.Nullable;

/**
 * How a window's working time was spent, in seconds.
 *
 * @param working the calendar's, less closures
 * @param staffed enough people were seen on post
 * @param empty fewer were seen
 * @param blind cameras ran and could not tell
 */
public record WindowTime(long working, long staffed, long empty, long blind) {

  public static final WindowTime NONE = new WindowTime(0, 0, 0, 0);

  private static final int BASIS_POINTS = 10_000;

  public WindowTime {
    if (working < 0 || staffed < 0 || empty < 0 || blind < 0) {
      throw new IllegalArgumentException("Time is never negative: " + working + " s working");
    }
  }

  /** Working time of which nothing is known at all: nothing ran, or nothing was reported. */
  public long unreported() {
    return Math.max(0, working - seen() - blind);
  }

  /** What the system could not see, whatever the reason. */
  public long unseen() {
    return blind + unreported();
  }

  public long seen() {
    return staffed + empty;
  }

  /** 在岗率: staffed of seen, in hundredths of a percent; null where nothing was seen. */
  public @Nullable Integer onPostBasisPoints() {
    return share(staffed, seen());
  }

  /** 有效监测率: seen of working, in hundredths of a percent; null without working time. */
  public @Nullable Integer coverageBasisPoints() {
    return share(Math.min(seen(), working), working);
  }

  public WindowTime plus(WindowTime other) {
    return new WindowTime(
        working + other.working, staffed + other.staffed, empty + other.empty, blind + other.blind);
  }

  /** Rounded down: 100 % only where it is. */
  private static @Nullable Integer share(long part, long whole) {
    return whole == 0 ? null : (int) (part * BASIS_POINTS / whole);
  }
}
