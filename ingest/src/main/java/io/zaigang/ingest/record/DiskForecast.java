package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.RetentionReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the disk will do: from how fast its free space goes, without what retention gave back.
 * Not thread-safe.
 */
final class DiskForecast {

  private static final Duration LEAST = Duration.ofMinutes(10);
  private static final double SECONDS_A_DAY = 86_400;

  private @Nullable Instant since;
  private long usableAtStart;
  private long givenBack;

  /** Days until nothing is free, if nothing more were deleted; null while that is not known. */
  @Nullable Double daysLeft(RetentionReport report, Instant now) {
    Instant begun = since;
    if (begun == null) {
      since = now;
      usableAtStart = report.usableBytes();
      return null;
    }
    givenBack += report.byAge().bytes() + report.forSpace().bytes();
    long taken = usableAtStart + givenBack - report.usableBytes();
    Duration span = Duration.between(begun, now);
    if (span.compareTo(LEAST) < 0 || taken <= 0) {
      return null;
    }
    double bytesADay = taken / (span.toSeconds() / SECONDS_A_DAY);
    return Math.round(report.usableBytes() / bytesADay * 10) / 10.0;
  }
}
