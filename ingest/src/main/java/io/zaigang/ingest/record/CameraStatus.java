package io.zaigang.ingest.record;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How one camera's recording goes: written by its thread, read by the health endpoint. */
public final class CameraStatus {

  /** Nothing came for so long although the connection is called good: whoever writes hangs. */
  private static final Duration SILENT = Duration.ofSeconds(45);

  /** Segments end with a key frame, the rarest of which come once a minute. */
  private static final Duration UNFINISHED = Duration.ofSeconds(150);

  private final String cameraId;
  private final Instant since = Instant.now();
  private final LongAdder packets = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder segments = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder clockJumps = new LongAdder();
  private volatile boolean connected;
  private volatile @Nullable Instant lastPacketAt;
  private volatile @Nullable Instant recordedUntil;
  private volatile @Nullable Long clockOffsetMillis;
  private volatile @Nullable String trouble = "not connected yet";

  CameraStatus(String cameraId) {
    this.cameraId = cameraId;
  }

  void packetCame(int sizeBytes, Instant at) {
    packets.increment();
    bytes.add(sizeBytes);
    lastPacketAt = at;
    if (!connected) {
      connected = true;
      trouble = null;
    }
  }

  void disconnected(String reason) {
    connected = false;
    trouble = reason;
  }

  void troubled(String reason) {
    trouble = reason;
  }

  void troubleOver() {
    trouble = null;
  }

  void wroteSegment(Instant end) {
    segments.increment();
    recordedUntil = end;
  }

  void foundGap() {
    gaps.increment();
  }

  void reconnecting() {
    reconnects.increment();
  }

  void clockJumped() {
    clockJumps.increment();
  }

  void clockOffset(OptionalLong millis) {
    clockOffsetMillis = millis.isPresent() ? (Long) millis.getAsLong() : null;
  }

  public String cameraId() {
    return cameraId;
  }

  /** True while packets come. */
  public boolean isConnected() {
    return connected;
  }

  public long packets() {
    return packets.sum();
  }

  public long bytes() {
    return bytes.sum();
  }

  /** Segments finished since the recorder started. */
  public long segments() {
    return segments.sum();
  }

  /** Holes since the recorder started. */
  public long gaps() {
    return gaps.sum();
  }

  /** New attempts to connect since the recorder started. */
  public long reconnects() {
    return reconnects.sum();
  }

  /** Jumps of the stream's clock that were bridged. */
  public long clockJumps() {
    return clockJumps.sum();
  }

  public @Nullable Instant lastPacketAt() {
    return lastPacketAt;
  }

  /** End of the newest finished segment. */
  public @Nullable Instant recordedUntil() {
    return recordedUntil;
  }

  /** By how much the camera's own clock is ahead of ours; null where it does not tell. */
  public @Nullable Long clockOffsetMillis() {
    return clockOffsetMillis;
  }

  /** What is known to be wrong now, without secrets; null where nothing is. */
  public @Nullable String trouble() {
    return trouble;
  }

  /**
   * Why this camera is not recorded as it should be; null where it is. Tells also what nobody
   * reported: a thread that hangs in a dead disk reports nothing.
   */
  public @Nullable String problem(Instant now) {
    String known = trouble;
    if (known != null || !connected) {
      return known == null ? "not connected" : known;
    }
    Duration silent = Duration.between(lastPacketAt == null ? since : lastPacketAt, now);
    if (silent.compareTo(SILENT) > 0) {
      return "no sign of life for " + silent.toSeconds() + " s; does its disk hang?";
    }
    Duration unfinished = Duration.between(recordedUntil == null ? since : recordedUntil, now);
    return unfinished.compareTo(UNFINISHED) > 0
        ? "no segment finished for " + unfinished.toSeconds() + " s"
        : null;
  }
}
