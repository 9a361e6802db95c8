package io.zaigang.job.source.enumerator;

import io.zaigang.job.source.split.FootageSplit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps count of which camera waits and which reader has which: plain bookkeeping without Flink.
 *
 * <p>A camera of the plan is in exactly one place: waiting here, with one reader, or (in a bounded
 * run) read to its end. A camera that leaves the plan stays with its reader until that lets go of
 * it. Not thread-safe; the enumerator's one thread owns it.
 */
final class SplitTracker {

  private final FootageSpan span;
  private final Set<String> planned = new LinkedHashSet<>();
  private final Map<String, FootageSplit> waiting = new TreeMap<>();
  private final Map<String, Integer> readerOf = new HashMap<>();
  private final Set<String> handedOut = new TreeSet<>();
  private boolean started;

  SplitTracker(FootageSpan span) {
    this.span = span;
  }

  /** Takes up where a checkpoint left off; the readers then report what they hold. */
  static SplitTracker restored(FootageSpan span, EnumeratorState state) {
    SplitTracker tracker = new SplitTracker(span);
    state.waiting().forEach(split -> tracker.waiting.put(split.cameraId(), split));
    tracker.handedOut.addAll(state.handedOut());
    tracker.started = true;
    return tracker;
  }

  /**
   * Makes the plan's cameras those that are read: new ones wait for a reader, those that left wait
   * no longer.
   *
   * @param at when this plan was seen; a camera that joins a running job is read from then on
   */
  void follow(Collection<String> cameraIds, Instant at) {
    planned.clear();
    planned.addAll(cameraIds);
    waiting.keySet().retainAll(planned);
    for (String cameraId : planned) {
      if (!waiting.containsKey(cameraId) && !handedOut.contains(cameraId)) {
        waiting.put(cameraId, started ? span.joining(cameraId, at) : span.firstOf(cameraId));
      }
    }
    started = true;
  }

  /** A reader that starts again gives back what it, or its state, held: handed out anew. */
  void takeBack(int reader, Collection<FootageSplit> splits) {
    for (FootageSplit split : splits) {
      Integer holder = readerOf.get(split.cameraId());
      if (holder != null && holder != reader) {
        continue; // moved on since that state was stored
      }
      readerOf.remove(split.cameraId());
      handedOut.remove(split.cameraId());
      if (planned.contains(split.cameraId())) {
        waiting.put(split.cameraId(), split);
      }
    }
  }

  /**
   * After a restart, once every reader has reported: cameras that were handed out and that nobody
   * holds were let go of just when the checkpoint was taken. Those still planned are read again. In
   * a bounded run they are the ones read to their end, and stay so.
   */
  void recoverUnreported(Instant at) {
    if (span.bounded()) {
      return;
    }
    handedOut.retainAll(readerOf.keySet());
    follow(List.copyOf(planned), at);
  }

  /** A reader is done with a camera: at its end, or because it had left the plan. */
  void released(String cameraId, Instant at) {
    readerOf.remove(cameraId);
    if (!span.bounded() && handedOut.remove(cameraId)) {
      follow(List.copyOf(planned), at);
    }
  }

  /** Hands every waiting camera to the reader that has fewest; to the lowest number on a tie. */
  Map<Integer, List<FootageSplit>> handOut(Set<Integer> readers) {
    Map<Integer, List<FootageSplit>> assignment = new TreeMap<>();
    if (readers.isEmpty()) {
      return assignment;
    }
    Map<Integer, Integer> load = new TreeMap<>();
    readers.forEach(reader -> load.put(reader, 0));
    readerOf.values().forEach(reader -> load.computeIfPresent(reader, (r, n) -> n + 1));
    for (FootageSplit split : waiting.values()) {
      int reader = leastLoaded(load);
      load.merge(reader, 1, Integer::sum);
      assignment.computeIfAbsent(reader, r -> new ArrayList<>()).add(split);
      readerOf.put(split.cameraId(), reader);
      handedOut.add(split.cameraId());
    }
    waiting.clear();
    return assignment;
  }

  /** What waits, for a checkpoint. */
  List<FootageSplit> waiting() {
    return List.copyOf(waiting.values());
  }

  /** Cameras that readers have, or have read to the end. */
  Set<String> handedOut() {
    return Set.copyOf(handedOut);
  }

  private static int leastLoaded(Map<Integer, Integer> load) {
    return load.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
