package io.zaigang.ingest.archive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an archive is kept.
 *
 * @param keep after how long footage is deleted from it; null for never
 * @param verify whether SHA-256 sums are compared, too, with what it has already
 * @param every how often the log is looked at for what is new
 * @param firstWait wait before the first new attempt while it is away, doubled with every other
 * @param longestWait longest wait between attempts
 */
public record ArchiveWork(
    @Nullable Duration keep,
    boolean verify,
    Duration every,
    Duration firstWait,
    Duration longestWait) {

  private static final Duration LEAST = Duration.ofDays(30);

  public ArchiveWork {
    if (keep != null && keep.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "The archive keeps footage for at least " + LEAST.toDays() + " days, not " + keep);
    }
    if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
      throw new IllegalArgumentException(
          "The longest wait is " + longestWait + ", the first " + firstWait);
    }
  }

  /** Everything is kept; an archive that is away is tried again after 1 s … 1 min. */
  public static final ArchiveWork DEFAULT =
      new ArchiveWork(
          null, false, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** The same with another time that footage is kept. */
  public ArchiveWork keeping(@Nullable Duration time) {
    return new ArchiveWork(time, verify, every, firstWait, longestWait);
  }

  /** The same with sums compared. */
  public ArchiveWork verifying() {
    return new ArchiveWork(keep, true, every, firstWait, longestWait);
  }
}
