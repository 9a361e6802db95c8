package io.zaigang.ingest.footage;

import java.io.File;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much each camera's footage takes, day by day. A day is counted again only when its number of
 * segments has changed, so that of a month only today costs anything. Safe for use by several
 * threads.
 */
public final class FootageVolumes {

  private final FootageLog log;
  private final Map<String, Map<LocalDate, DayVolume>> counted = new ConcurrentHashMap<>();

  public FootageVolumes(FootageLog log) {
    this.log = log;
  }

  /**
   * One UTC day of a camera.
   *
   * @param segments how many
   * @param bytes their size on disk
   * @param recorded their duration together
   */
  public record DayVolume(LocalDate day, int segments, long bytes, Duration recorded) {}

  /** The days of which there is footage, in order. */
  public List<DayVolume> of(String cameraId) {
    NavigableSet<LocalDate> days = log.days(cameraId);
    Map<LocalDate, DayVolume> before = counted.getOrDefault(cameraId, Map.of());
    Map<LocalDate, DayVolume> now = new TreeMap<>();
    for (LocalDate day : days) {
      DayListing listing = log.listing(cameraId, day);
      DayVolume known = before.get(day);
      if (known != null && known.segments() == listing.size()) {
        now.put(day, known);
      } else if (listing.size() > 0) {
        now.put(day, count(day, listing));
      }
    }
    counted.put(cameraId, now);
    return List.copyOf(now.values());
  }

  private static DayVolume count(LocalDate day, DayListing listing) {
    long bytes = 0;
    Duration recorded = Duration.ZERO;
    for (int i = 0; i < listing.size(); i++) {
      Segment segment = listing.get(i);
      bytes += new File(segment.file().toString()).length();
      recorded = recorded.plus(segment.duration());
    }
    return new DayVolume(day, listing.size(), bytes, recorded);
  }
}
