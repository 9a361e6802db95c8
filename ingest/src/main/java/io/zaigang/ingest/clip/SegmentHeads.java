package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.HeadIndex;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Heads of segments, remembered: finished segments never change. Taken from the indexes of whole
 * days where these hold them, else read one by one. Safe for several threads.
 */
final class SegmentHeads {

  private static final int REMEMBERED_DAYS = 64;
  private static final int REMEMBERED = 100_000;

  private final Map<Path, HeadIndex> days = remembering(REMEMBERED_DAYS);
  private final Map<Path, SegmentHead> single = remembering(REMEMBERED);

  private static <K, V> Map<K, V> remembering(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /** Heads as they are now, for one playlist: each day is looked at once. */
  View now() {
    return new View();
  }

  /** Not thread-safe. */
  final class View {

    private final Map<Path, HeadIndex> looked = new HashMap<>();

    /** Empty where the file is gone or is no segment. */
    Optional<SegmentHead> of(Segment segment) {
      HeadIndex index =
          looked.computeIfAbsent(HeadIndex.folder(segment), SegmentHeads.this::currentIndex);
      SegmentHead head = index.of(segment);
      return head == null ? single(segment) : Optional.of(head);
    }
  }

  private HeadIndex currentIndex(Path folder) {
    synchronized (days) {
      HeadIndex known = days.get(folder);
      if (known != null && known.isCurrent(folder)) {
        return known;
      }
    }
    HeadIndex read = HeadIndex.read(folder);
    synchronized (days) {
      days.put(folder, read);
    }
    return read;
  }

  private Optional<SegmentHead> single(Segment segment) {
    synchronized (single) {
      SegmentHead known = single.get(segment.file());
      if (known != null) {
        return Optional.of(known);
      }
    }
    try {
      SegmentHead head = SegmentHead.read(segment.file());
      synchronized (single) {
        single.put(segment.file(), head);
      }
      return Optional.of(head);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
