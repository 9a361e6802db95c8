package io.zaigang.job.serial;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small pieces that every binary form here is made of. */
public final class Fields {

  private static final long NO_INSTANT = Long.MIN_VALUE;

  private Fields() {}

  /** Writes one element of a list. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(T value, DataOutput out) throws IOException;
  }

  /** Reads one element of a list. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  /** Milliseconds are all that footage knows; what is finer is cut off. */
  public static void writeInstant(Instant value, DataOutput out) throws IOException {
    out.writeLong(value.toEpochMilli());
  }

  public static Instant readInstant(DataInput in) throws IOException {
    return Instant.ofEpochMilli(in.readLong());
  }

  public static void writeInstantOrNull(@Nullable Instant value, DataOutput out)
      throws IOException {
    out.writeLong(value == null ? NO_INSTANT : value.toEpochMilli());
  }

  public static @Nullable Instant readInstantOrNull(DataInput in) throws IOException {
    long millis = in.readLong();
    return millis == NO_INSTANT ? null : Instant.ofEpochMilli(millis);
  }

  public static void writeStringOrNull(@Nullable String value, DataOutput out) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeUTF(value);
    }
  }

  public static @Nullable String readStringOrNull(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  public static void writeEnumOrNull(@Nullable Enum<?> value, DataOutput out) throws IOException {
    writeStringOrNull(value == null ? null : value.name(), out);
  }

  public static <E extends Enum<E>> @Nullable E readEnumOrNull(Class<E> type, DataInput in)
      throws IOException {
    String name = readStringOrNull(in);
    return name == null ? null : Enum.valueOf(type, name);
  }

  public static <T> void writeList(Collection<T> values, Writer<? super T> writer, DataOutput out)
      throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(value, out);
    }
  }

  public static <T> List<T> readList(Reader<? extends T> reader, DataInput in) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>(Math.min(size, 1024));
    for (int i = 0; i < size; i++) {
      values.add(reader.read(in));
    }
    return values;
  }
}
