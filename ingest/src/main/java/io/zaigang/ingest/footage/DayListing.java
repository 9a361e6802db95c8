package io.zaigang.ingest.footage;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The finished segments of one camera and UTC day, in order of start: two numbers a segment, so
 * that a month of 32 cameras can be walked through without holding objects for it.
 */
final class DayListing {

  private final String cameraId;
  private final Path folder;
  private final long[] starts;
  private final long[] durations;

  private DayListing(String cameraId, Path folder, List<SegmentName> names) {
    this.cameraId = cameraId;
    this.folder = folder;
    this.starts = names.stream().mapToLong(SegmentName::startMillis).toArray();
    this.durations = names.stream().mapToLong(SegmentName::durationMillis).toArray();
  }

  /** Lists the folder; one that is missing or unreadable holds nothing. */
  static DayListing read(String cameraId, Path folder) {
    String[] files = Objects.requireNonNullElse(new File(folder.toString()).list(), new String[0]);
    List<SegmentName> names =
        Arrays.stream(files)
            .flatMap(file -> SegmentName.parse(file).stream())
            .sorted(
                Comparator.comparingLong(SegmentName::startMillis)
                    .thenComparingLong(SegmentName::durationMillis))
            .toList();
    return new DayListing(cameraId, folder, names);
  }

  Stream<Segment> segments() {
    return IntStream.range(0, size()).mapToObj(this::get);
  }

  int size() {
    return starts.length;
  }

  Segment get(int index) {
    SegmentName name = new SegmentName(starts[index], durations[index]);
    return new Segment(
        cameraId,
        Instant.ofEpochMilli(starts[index]),
        Duration.ofMillis(durations[index]),
        folder.resolve(name.fileName()));
  }

  /** Index of the first segment that starts at or after this, or {@link #size()}. */
  int firstAtOrAfter(Instant start) {
    long millis = ceilMillis(start);
    int index = Arrays.binarySearch(starts, millis);
    if (index < 0) {
      return -index - 1;
    }
    while (index > 0 && starts[index - 1] == millis) {
      index--;
    }
    return index;
  }

  private static long ceilMillis(Instant instant) {
    long millis = instant.toEpochMilli();
    return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
  }
}
