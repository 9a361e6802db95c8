package io.zaigang.ingest.footage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a finished segment, {@code <startEpochMillis>-<durationMillis>.mp4}: all that the log
 * knows about it.
 */
public record SegmentName(long startMillis, long durationMillis) {

  private static final String SUFFIX = ".mp4";
  private static final int START_DIGITS = 15;
  private static final int DURATION_DIGITS = 10;
  private static final Pattern OPEN = Pattern.compile("\\.(\\d{1,15})\\.open\\.mp4");

  public SegmentName {
    if (startMillis < 0 || durationMillis <= 0) {
      throw new IllegalArgumentException(
          "No segment starts at " + startMillis + " ms and lasts " + durationMillis + " ms");
    }
  }

  /** The name for a segment of this time. */
  public static SegmentName of(Instant start, Duration duration) {
    return new SegmentName(start.toEpochMilli(), duration.toMillis());
  }

  /** Reads a file name; empty for anything that is not a finished segment. */
  public static Optional<SegmentName> parse(String fileName) {
    // A day has 20,000 names and is listed again with each new one: no regular expression here.
    int dash = fileName.indexOf('-');
    int end = fileName.length() - SUFFIX.length();
    if (dash < 1 || dash > START_DIGITS || end <= dash + 1 || end - dash - 1 > DURATION_DIGITS) {
      return Optional.empty();
    }
    long start = digits(fileName, 0, dash);
    long duration = digits(fileName, dash + 1, end);
    return start >= 0 && duration > 0 && fileName.endsWith(SUFFIX)
        ? Optional.of(new SegmentName(start, duration))
        : Optional.empty();
  }

  /** The number there; −1 where other than digits are among it. */
  private static long digits(String text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + digit - '0';
    }
    return number;
  }

  /** The name a segment bears while it is being written; readers do not see it. */
  public static String open(Instant start) {
    return "." + start.toEpochMilli() + ".open.mp4";
  }

  /** The provisional start in the name of an open segment; empty for any other file. */
  public static Optional<Instant> parseOpen(String fileName) {
    Matcher matcher = OPEN.matcher(fileName);
    return matcher.matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** The UTC day whose folder holds a segment that starts then. */
  public static LocalDate day(Instant start) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  public String fileName() {
    return startMillis + "-" + durationMillis + ".mp4";
  }

  public Instant start() {
    return Instant.ofEpochMilli(startMillis);
  }

  public Duration duration() {
    return Duration.ofMillis(durationMillis);
  }
}
