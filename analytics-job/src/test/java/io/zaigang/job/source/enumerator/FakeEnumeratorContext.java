package io.zaigang.job.source.enumerator;

import io.zaigang.job.source.split.FootageSplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/** What an enumerator asked of Flink, in order; periodic calls run when the test says so. */
final class FakeEnumeratorContext implements SplitEnumeratorContext<FootageSplit> {

  private final int parallelism;
  private final Map<Integer, ReaderInfo> readers = new TreeMap<>();
  final Map<Integer, List<FootageSplit>> assigned = new TreeMap<>();
  final Map<Integer, List<SourceEvent>> events = new HashMap<>();
  final List<Integer> noMoreSplits = new ArrayList<>();
  private Runnable periodic = () -> {};

  FakeEnumeratorContext(int parallelism) {
    this.parallelism = parallelism;
  }

  void register(int subtask, List<FootageSplit> reported) {
    readers.put(subtask, ReaderInfo.createReaderInfo(subtask, "here", reported));
  }

  void runPeriodicCalls() {
    periodic.run();
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    throw new UnsupportedOperationException("not used");
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    events.computeIfAbsent(subtask, s -> new ArrayList<>()).add(event);
  }

  @Override
  public int currentParallelism() {
    return parallelism;
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return readers;
  }

  @Override
  public void assignSplits(SplitsAssignment<FootageSplit> assignment) {
    assignment
        .assignment()
        .forEach(
            (subtask, splits) ->
                assigned.computeIfAbsent(subtask, s -> new ArrayList<>()).addAll(splits));
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    noMoreSplits.add(subtask);
  }

  @Override
  public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
    try {
      handler.accept(callable.call(), null);
    } catch (Exception e) {
      handler.accept(null, e);
    }
  }

  @Override
  public <T> void callAsync(
      Callable<T> callable, BiConsumer<T, Throwable> handler, long delay, long period) {
    periodic = () -> callAsync(callable, handler);
  }

  @Override
  public void runInCoordinatorThread(Runnable runnable) {
    runnable.run();
  }
}
