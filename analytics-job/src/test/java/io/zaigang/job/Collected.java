package io.zaigang.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink whose elements the test can read while the job runs in this process. */
public final class Collected<T> implements Sink<T> {

  private static final long serialVersionUID = 1;
  private static final Map<String, ConcurrentLinkedQueue<Object>> ALL = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();

  public Collected() {
    ALL.put(name, new ConcurrentLinkedQueue<>());
  }

  @SuppressWarnings("unchecked") // only this sink's own elements are under its name
  public List<T> elements() {
    return new ArrayList<>((ConcurrentLinkedQueue<T>) ALL.get(name));
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context writeContext) {
        ALL.get(name).add(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
