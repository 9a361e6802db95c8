package io.zaigang.domain.snapshot;

import java.io.DataInput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateOutput} wrote, in the same order. */
public final class StateInput {

  /** Reads one value. */
  @FunctionalInterface
  public interface Reader<T> {
    T read() throws IOException;
  }

  private final DataInput in;

  public StateInput(DataInput in) {
    this.in = in;
  }

  public int number() throws IOException {
    return in.readInt();
  }

  public long millis() throws IOException {
    return in.readLong();
  }

  public double fraction() throws IOException {
    return in.readDouble();
  }

  public boolean yesOrNo() throws IOException {
    return in.readBoolean();
  }

  public String text() throws IOException {
    return in.readUTF();
  }

  public Instant instant() throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  /**
   * @throws IOException when the type has no such constant
   */
  public <E extends Enum<E>> E constant(Class<E> type) throws IOException {
    String name = in.readUTF();
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new IOException("'" + name + "' is no " + type.getSimpleName(), e);
    }
  }

  public <T> List<T> list(Reader<T> reader) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>(Math.min(size, 1024));
    for (int i = 0; i < size; i++) {
      values.add(reader.read());
    }
    return values;
  }

  public <T> @Nullable T nullable(Reader<T> reader) throws IOException {
    return in.readBoolean() ? reader.read() : null;
  }
}
