package io.zaigang.job.source.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.jspecify.annotations.Nullable;

/** What one fetch gave. Items that nobody takes give their pixels back when it is recycled. */
final class FetchedItems implements RecordsWithSplitIds<FootageItem> {

  private record Entry(String cameraId, FootageItem item) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Set<String> finished = new HashSet<>();
  private @Nullable FootageItem current;

  void add(String cameraId, FootageItem item) {
    entries.add(new Entry(cameraId, item));
  }

  void addFinished(Set<String> cameraIds) {
    finished.addAll(cameraIds);
  }

  @Override
  public @Nullable String nextSplit() {
    Entry entry = entries.poll();
    current = entry == null ? null : entry.item();
    return entry == null ? null : entry.cameraId();
  }

  @Override
  public @Nullable FootageItem nextRecordFromSplit() {
    FootageItem item = current;
    current = null;
    return item;
  }

  @Override
  public Set<String> finishedSplits() {
    return finished;
  }

  @Override
  public void recycle() {
    if (current != null) {
      current.discard();
      current = null;
    }
    entries.forEach(entry -> entry.item().discard());
    entries.clear();
  }
}
