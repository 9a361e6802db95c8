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

  private static final int VERSION = 2;

  /** Knew nothing of when the crop detectors were asked. */
  private static final int VERSION_ALWAYS_ASKING = 1;

  private final Map<String, ZoneState> zones;
  private final byte[] condition;

  /**
   * @param zones what is remembered by zone
   * @param condition state of the camera's condition
   */
  CameraWatchState(Map<String, ZoneState> zones, byte[] condition) {
    this.zones = Map.copyOf(zones);
    this.condition = condition.clone();
  }

  Map<String, ZoneState> zones() {
    return zones;
  }

  byte[] condition() {
    return condition.clone();
  }

  /** For storing; the same state gives the same bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(zones.size());
      for (String zone : zones.keySet().stream().sorted().toList()) {
        ZoneState state = zones.getOrDefault(zone, ZoneState.INITIAL);
        out.writeUTF(zone);
        write(state.filter(), out);
        writeInstant(state.askedAt(), out);
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
      if (version != VERSION && version != VERSION_ALWAYS_ASKING) {
        throw new IllegalArgumentException(
            "State of a camera's watch has version " + version + ", known is " + VERSION);
      }
      Map<String, ZoneState> zones = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String zone = in.readUTF();
        PresenceFilterState filter = read(in);
        zones.put(zone, new ZoneState(filter, version == VERSION ? readInstant(in) : null));
      }
      return new CameraWatchState(zones, in.readNBytes(in.readInt()));
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
        && zones.equals(that.zones)
        && Arrays.equals(condition, that.condition);
  }

  @Override
  public int hashCode() {
    return 31 * zones.hashCode() + Arrays.hashCode(condition);
  }
}
