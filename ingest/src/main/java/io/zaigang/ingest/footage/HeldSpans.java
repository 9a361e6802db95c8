package io.zaigang.ingest.footage;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Holds of each camera laid over one another: disjoint spans, so that asking costs a look-up. */
final class HeldSpans {

  private final Map<String, NavigableMap<Instant, Instant>> spans = new HashMap<>();

  HeldSpans(List<FootageHold> holds) {
    holds.stream().sorted(Comparator.comparing(FootageHold::from)).forEach(this::add);
  }

  private void add(FootageHold hold) {
    NavigableMap<Instant, Instant> camera =
        spans.computeIfAbsent(hold.cameraId(), id -> new TreeMap<>());
    Map.Entry<Instant, Instant> last = camera.lastEntry();
    if (last != null && !last.getValue().isBefore(hold.from())) {
      camera.put(last.getKey(), last.getValue().isAfter(hold.to()) ? last.getValue() : hold.to());
    } else {
      camera.put(hold.from(), hold.to());
    }
  }

  boolean overlap(Segment segment) {
    NavigableMap<Instant, Instant> camera = spans.get(segment.cameraId());
    Map.Entry<Instant, Instant> span = camera == null ? null : camera.lowerEntry(segment.end());
    return span != null && span.getValue().isAfter(segment.start());
  }
}
