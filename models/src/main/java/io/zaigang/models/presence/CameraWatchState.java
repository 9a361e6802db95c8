package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilterState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link CameraWatch} remembers beyond its last picture; some ten kilobytes as bytes. */
public final class CameraWatchState {

  private static final int VERSION = 1;

  private final Map<String, PresenceFilterState> filters;
  private final byte[] condition;

  /**
   * @param filters state of the presence filter by zone
   * @param condition state of the camera's condition
   */
  CameraWatchState(Map<String, PresenceFilterState> filters, byte[] condition) {
    this.filters = Map.copyOf(filters);
    this.condition = condition.clone();
  }

  Map<String, PresenceFilterState> filters() {
    return filters;
  }

  byte[] condition() {
    return condition.clone();
  }

  /** For storing; the same state gives the same bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(filters.size());
      for (String zone : filters.keySet().stream().sorted().toList()) {
        out.writeUTF(zone);
        write(filters.getOrDefault(zone, PresenceFilterState.INITIAL), out);
      }
      out.writeInt(condition.length);
      out.write(condition);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException when it is of a version that is not known here, or cut short
   */
  public static CameraWatchState of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException(
            "State of a camera's watch has version " + version + ", known is " + VERSION);
      }
      Map<String, PresenceFilterState> filters = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        filters.put(in.readUTF(), read(in));
      }
      return new CameraWatchState(filters, in.readNBytes(in.readInt()));
    } catch (IOException e) {
      throw new IllegalArgumentException("State of a camera's watch is cut short", e);
    }
  }

  private static void write(PresenceFilterState state, DataOutputStream out) throws IOException {
    out.writeDouble(state.presence());
    writeInstant(state.at(), out);
    writeInstant(state.watchedSince(), out);
    writeInstant(state.motionAt(), out);
    writeInstant(state.movedAt(), out);
    out.writeDouble(state.objectScore());
  }

  private static PresenceFilterState read(DataInputStream in) throws IOException {
    return new PresenceFilterState(
        in.readDouble(),
        readInstant(in),
        readInstant(in),
        readInstant(in),
        readInstant(in),
        in.readDouble());
  }

  private static void writeInstant(@Nullable Instant at, DataOutputStream out) throws IOException {
    out.writeLong(at == null ? Long.MIN_VALUE : at.toEpochMilli());
  }

  private static @Nullable Instant readInstant(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CameraWatchState that
        && filters.equals(that.filters)
        && Arrays.equals(condition, that.condition);
  }

  @Override
  public int hashCode() {
    return 31 * filters.hashCode() + Arrays.hashCode(condition);
  }
}
