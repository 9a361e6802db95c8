package io.zaigang.job.sink.ndjson;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the newest version of every element of a bounded stream, in order, once the stream has
 * ended. For what is few enough to be held: incidents, minutes. Use with parallelism 1.
 */
public final class NewestLinesSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1;

  private final String file;
  private final LineFormat<T> format;
  private final Identity<T> identity;
  private final Order<T> order;

  public NewestLinesSink(Path file, LineFormat<T> format, Identity<T> identity, Order<T> order) {
    this.file = file.toString();
    this.format = format;
    this.identity = identity;
    this.order = order;
  }

  /** Says which elements are versions of the same thing; a later one replaces an earlier. */
  @FunctionalInterface
  public interface Identity<T> extends Serializable {
    String of(T element);
  }

  /** Order of the lines. */
  @FunctionalInterface
  public interface Order<T> extends Comparator<T>, Serializable {}

  /** The order in which lines are written: as given, ties by identity. */
  public static <T> List<T> inOrder(Collection<T> elements, Order<T> order, Identity<T> identity) {
    return elements.stream().sorted(order.thenComparing(identity::of)).toList();
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new Writer(new LineFile(Path.of(file)));
  }

  private final class Writer implements SinkWriter<T> {

    private final LineFile lines;
    private final Map<String, T> newest = new HashMap<>();

    private Writer(LineFile lines) {
      this.lines = lines;
    }

    @Override
    public void write(T element, Context context) {
      newest.put(identity.of(element), element);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (!endOfInput) {
        return;
      }
      for (T element : inOrder(newest.values(), order, identity)) {
        lines.add(format.line(element));
      }
      lines.finish();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
