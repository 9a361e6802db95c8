package io.zaigang.ingest.footage;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one pass of {@link Retention} did and found.
 *
 * @param byAge what was deleted because its time was up
 * @param forSpace what was deleted early because the disk was too full
 * @param usableBytes free space afterwards
 * @param totalBytes size of the disk
 * @param state how the disk does afterwards
 */
public record RetentionReport(
    Deleted byAge, Deleted forSpace, long usableBytes, long totalBytes, DiskState state) {

  /**
   * Segments deleted.
   *
   * @param until end of the newest deleted segment of each camera
   */
  public record Deleted(long segments, long bytes, Map<String, Instant> until) {

    static final Deleted NOTHING = new Deleted(0, 0, Map.of());

    public Deleted {
      until = Map.copyOf(until);
    }

    Deleted plus(Segment segment, long size) {
      Map<String, Instant> later = new TreeMap<>(until);
      later.merge(segment.cameraId(), segment.end(), (a, b) -> a.isAfter(b) ? a : b);
      return new Deleted(segments + 1, bytes + size, later);
    }

    /** The newest instant that is gone now; null where nothing was deleted. */
    public @Nullable Instant newest() {
      return until.values().stream().max(Instant::compareTo).orElse(null);
    }
  }
}
