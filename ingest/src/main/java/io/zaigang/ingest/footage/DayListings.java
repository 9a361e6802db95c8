package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Listings of days, remembered while the folder does not change: a day of one camera has over
 * 20,000 names, and a live reader asks several times a second.
 */
final class DayListings {

  private static final int REMEMBERED_DAYS = 96;

  /**
   * A folder changed more recently than this may change again without its time stamp showing it
   * (coarse clocks, attributes cached by NFS), so such a listing is not remembered.
   */
  private static final Duration SETTLED = Duration.ofMillis(100);

  private final LongAdder listed = new LongAdder();

  private record Remembered(FileTime changed, DayListing listing) {}

  private final Map<Path, Remembered> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Remembered> eldest) {
          return size() > REMEMBERED_DAYS;
        }
      };

  /** Folders listed so far: what finding footage costs. */
  long listed() {
    return listed.sum();
  }

  DayListing of(String cameraId, Path folder) {
    FileTime changed;
    try {
      changed = Files.getLastModifiedTime(folder);
    } catch (IOException missing) {
      return DayListing.read(cameraId, folder);
    }
    synchronized (remembered) {
      Remembered known = remembered.get(folder);
      if (known != null && known.changed().equals(changed)) {
        return known.listing();
      }
    }
    boolean settled = changed.toInstant().isBefore(Instant.now().minus(SETTLED));
    DayListing listing = DayListing.read(cameraId, folder);
    listed.increment();
    if (settled) {
      synchronized (remembered) {
        remembered.put(folder, new Remembered(changed, listing));
      }
    }
    return listing;
  }
}
