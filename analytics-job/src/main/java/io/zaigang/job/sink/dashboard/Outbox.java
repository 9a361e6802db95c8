package io.zaigang.job.sink.dashboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.connector.base.sink.writer.RequestBuffer;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the dashboard, first in first out.
 *
 * <p>Flink's async writer keeps sending until its buffer is empty, and takes no input meanwhile. A
 * dashboard that is down would so stop the whole job. Therefore, once something came back refused,
 * the outbox looks empty to the writer ("rests") until {@link #resume}: new objects are taken in,
 * checkpoints hold them, nobody waits. Used by the task's thread only.
 */
final class Outbox implements RequestBuffer<Delivery> {

  private final Superseding superseding;
  private final TreeMap<Long, RequestEntryWrapper<Delivery>> waiting = new TreeMap<>();
  private final Map<String, Long> placeOf = new HashMap<>();
  private long nextLast;
  private long nextFirst = -1;
  private long bytes;
  private boolean resting;

  Outbox(Superseding superseding) {
    this.superseding = superseding;
  }

  /**
   * @param prioritize true for what was refused and is to be sent again before all else
   */
  @Override
  public void add(RequestEntryWrapper<Delivery> entry, boolean prioritize) {
    if (prioritize) {
      resting = true;
    }
    if (superseding == Superseding.KEEP_NEWEST) {
      Long place = placeOf.get(entry.getRequestEntry().key());
      if (place != null && prioritize) {
        return; // a newer one waits already
      }
      if (place != null) {
        remove(place);
      }
    }
    long place = prioritize ? nextFirst-- : nextLast++;
    waiting.put(place, entry);
    placeOf.put(entry.getRequestEntry().key(), place);
    bytes += entry.getSize();
  }

  /** Offers what waits again. */
  void resume() {
    resting = false;
  }

  boolean resting() {
    return resting;
  }

  /** Everything that waits, offered or not. */
  int waiting() {
    return waiting.size();
  }

  @Override
  public @Nullable RequestEntryWrapper<Delivery> poll() {
    return isEmpty() ? null : remove(waiting.firstKey());
  }

  @Override
  public @Nullable RequestEntryWrapper<Delivery> peek() {
    return isEmpty() ? null : waiting.firstEntry().getValue();
  }

  @Override
  public boolean isEmpty() {
    return resting || waiting.isEmpty();
  }

  @Override
  public int size() {
    return resting ? 0 : waiting.size();
  }

  @Override
  public Collection<RequestEntryWrapper<Delivery>> getBufferedState() {
    return List.copyOf(waiting.values());
  }

  @Override
  public long totalSizeInBytes() {
    return resting ? 0 : bytes;
  }

  private RequestEntryWrapper<Delivery> remove(long place) {
    RequestEntryWrapper<Delivery> entry = Objects.requireNonNull(waiting.remove(place));
    bytes -= entry.getSize();
    placeOf.remove(entry.getRequestEntry().key(), place);
    return entry;
  }
}
