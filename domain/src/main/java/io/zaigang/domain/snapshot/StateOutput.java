package io.zaigang.domain.snapshot;

import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the few kinds of values that states are made of; {@link StateInput} reads them back. */
public final class StateOutput {

  /** Writes one value. */
  @FunctionalInterface
  public interface Writer<T> {
    void write(T value) throws IOException;
  }

  private final DataOutput out;

  public StateOutput(DataOutput out) {
    this.out = out;
  }

  public void number(int value) throws IOException {
    out.writeInt(value);
  }

  public void millis(long value) throws IOException {
    out.writeLong(value);
  }

  public void fraction(double value) throws IOException {
    out.writeDouble(value);
  }

  public void yesOrNo(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  public void text(String value) throws IOException {
    out.writeUTF(value);
  }

  /** To the millisecond, as all times of the rules are. */
  public void instant(Instant value) throws IOException {
    out.writeLong(value.toEpochMilli());
  }

  /** By name: constants may be added and moved, but not renamed. */
  public void constant(Enum<?> value) throws IOException {
    out.writeUTF(value.name());
  }

  public <T> void list(List<T> values, Writer<T> writer) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      writer.write(value);
    }
  }

  public <T> void nullable(@Nullable T value, Writer<T> writer) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      writer.write(value);
    }
  }
}
