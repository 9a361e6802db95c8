package io.zaigang.job.sink.ndjson;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes every element of a bounded stream as a line, in order of event time, whatever the order
 * they came in: lines wait for the watermark. Use with parallelism 1.
 *
 * @param <T> must bear an event time
 */
public final class OrderedLinesSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1;

  private final String file;
  private final LineFormat<T> format;
  private final TieBreak<T> tieBreak;

  /**
   * @param tieBreak orders elements of the same time
   */
  public OrderedLinesSink(Path file, LineFormat<T> format, TieBreak<T> tieBreak) {
    this.file = file.toString();
    this.format = format;
    this.tieBreak = tieBreak;
  }

  /** What distinguishes two elements of the same time. */
  @FunctionalInterface
  public interface TieBreak<T> extends Serializable {
    String key(T element);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Writer(new LineFile(Path.of(file)));
  }

  private final class Writer implements SinkWriter<T> {

    private final LineFile lines;
    private final NavigableMap<Long, List<T>> waiting = new TreeMap<>();

    private Writer(LineFile lines) {
      this.lines = lines;
    }

    @Override
    public void write(T element, Context context) {
      Long at = context.timestamp();
      if (at == null) {
        throw new IllegalStateException("No event time on " + element);
      }
      waiting.computeIfAbsent(at, time -> new ArrayList<>(1)).add(element);
    }

    @Override
    public void writeWatermark(Watermark watermark) throws IOException {
      writeUpTo(watermark.getTimestamp());
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        writeUpTo(Long.MAX_VALUE);
        lines.finish();
      }
    }

    private void writeUpTo(long time) throws IOException {
      var next = waiting.firstEntry();
      while (next != null && next.getKey() <= time) {
        List<T> same = next.getValue();
        same.sort(Comparator.comparing(tieBreak::key));
        for (T element : same) {
          lines.add(format.line(element));
        }
        waiting.pollFirstEntry();
        next = waiting.firstEntry();
      }
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
