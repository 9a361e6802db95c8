package io.zaigang.job.source.split;

import io.zaigang.job.serial.Fields;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is remembered of a camera, as bytes by name; the names' owners know what is in them. */
public final class MemoryImage {

  public static final MemoryImage EMPTY = new MemoryImage(Map.of());

  private final TreeMap<String, byte[]> parts = new TreeMap<>();

  public MemoryImage(Map<String, byte[]> parts) {
    parts.forEach((name, bytes) -> this.parts.put(name, bytes.clone()));
  }

  public Optional<byte[]> part(String name) {
    return Optional.ofNullable(parts.get(name)).map(byte[]::clone);
  }

  /** Names of all parts. */
  public TreeSet<String> names() {
    return new TreeSet<>(parts.keySet());
  }

  void write(DataOutput out) throws IOException {
    Fields.writeList(
        parts.entrySet(),
        (part, to) -> {
          to.writeUTF(part.getKey());
          to.writeInt(part.getValue().length);
          to.write(part.getValue());
        },
        out);
  }

  static MemoryImage read(DataInput in) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      parts.put(name, bytes);
    }
    return new MemoryImage(parts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MemoryImage that
        && parts.keySet().equals(that.parts.keySet())
        && parts.entrySet().stream()
            .allMatch(part -> Arrays.equals(part.getValue(), that.parts.get(part.getKey())));
  }

  @Override
  public int hashCode() {
    return parts.keySet().hashCode();
  }

  @Override
  public String toString() {
    return parts.keySet().toString();
  }
}
