package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.record.JumpBridge.Arrived;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives every packet of a stream times that can be relied on, whatever the camera says: fills in
 * missing ones, works out decode times where pictures are reordered, and bridges jumps of the
 * stream's clock. The first picture lies at {@link #ORIGIN}.
 *
 * <p>At the beginning it holds back a few packets to see how the stream is made. Owns the packets
 * it holds; those polled belong to the caller. Not thread-safe.
 */
final class PacketTimeline implements AutoCloseable {

  /** Time of the first picture: leaves room before it for decode times. */
  static final long ORIGIN = 10 * TimedPacket.TICKS_PER_SECOND;

  /** Arrival of packets that come from a file. */
  static final long NO_ARRIVAL = Long.MIN_VALUE;

  private static final int HELD_BACK = 12;
  private static final int LOOK_BEHIND_JUMP = 8;
  private static final long LONGEST_HOLD_NANOS = 1_000_000_000L;
  private static final long DEFAULT_INTERVAL = TimedPacket.TICKS_PER_SECOND / 25;

  private record Held(VideoPacket packet, @Nullable Long pts, @Nullable Long dts) {}

  private record Waiting(VideoPacket packet, Arrived arrived) {}

  private final List<Waiting> behindJump = new ArrayList<>();
  private final Deque<Held> held = new ArrayDeque<>();
  private final Deque<TimedPacket> ready = new ArrayDeque<>();
  private final JumpBridge bridge = new JumpBridge();
  private @Nullable DecodeTimes decodeTimes;
  private long heldSinceNanos;
  private long interval = DEFAULT_INTERVAL;
  private long lastPts = ORIGIN - DEFAULT_INTERVAL;

  /** Takes a packet of a file. */
  void add(VideoPacket packet) throws AvException {
    add(packet, NO_ARRIVAL);
  }

  /**
   * Takes a packet; it stays the caller's.
   *
   * @param arrivalNanos when it came in, on the monotonic clock
   * @return when it is shown, on this time line; null where the stream does not say, or jumps and
   *     must be looked at first
   */
  @Nullable Long add(VideoPacket packet, long arrivalNanos) throws AvException {
    boolean live = arrivalNanos != NO_ARRIVAL;
    if (live && (!behindJump.isEmpty() || bridge.isJump(packet.pts(), arrivalNanos))) {
      behindJump.add(new Waiting(packet.keep(), new Arrived(packet.pts(), arrivalNanos)));
      if (behindJump.size() >= LOOK_BEHIND_JUMP
          || arrivalNanos - behindJump.get(0).arrived().arrivalNanos() > LONGEST_HOLD_NANOS) {
        settleJump();
      }
      return null;
    }
    return accept(packet.keep(), arrivalNanos);
  }

  private void settleJump() {
    if (behindJump.isEmpty()) {
      return;
    }
    List<Waiting> waiting = List.copyOf(behindJump);
    behindJump.clear();
    bridge.bridge(waiting.stream().map(Waiting::arrived).toList(), interval);
    waiting.forEach(next -> accept(next.packet(), next.arrived().arrivalNanos()));
  }

  private @Nullable Long accept(VideoPacket packet, long arrivalNanos) {
    Long pts = bridge.mend(packet.pts(), arrivalNanos);
    OptionalLong rawDts = packet.dts();
    Long dts = rawDts.isPresent() ? (Long) (rawDts.getAsLong() + bridge.shift()) : null;
    if (held.isEmpty()) {
      heldSinceNanos = arrivalNanos;
    }
    held.add(new Held(packet, pts, dts));
    if (decodeTimes != null
        || held.size() >= HELD_BACK
        || arrivalNanos - heldSinceNanos > LONGEST_HOLD_NANOS) {
      release();
    }
    return pts;
  }

  /** No more packets will come: lets out those held back. */
  void end() {
    settleJump();
    release();
  }

  /** Jumps of the stream's clock bridged so far. */
  int jumps() {
    return bridge.jumps();
  }

  /** The next packet with its times; null when more must be added first. */
  @Nullable TimedPacket poll() {
    return ready.poll();
  }

  private void release() {
    DecodeTimes times = decodeTimes;
    if (times == null && !held.isEmpty()) {
      times = study();
      decodeTimes = times;
    }
    while (times != null && !held.isEmpty()) {
      Held next = held.remove();
      long pts = next.pts() == null ? guess(held.peek()) : next.pts();
      long dts = times.next(pts, next.dts());
      long shown = Math.max(pts, dts);
      long duration = next.packet().duration();
      ready.add(new TimedPacket(next.packet(), shown, dts, duration > 0 ? duration : interval));
      lastPts = shown;
    }
  }

  /** A picture without a time is shown just before the one after it, else after the one before. */
  private long guess(@Nullable Held following) {
    boolean first = lastPts < ORIGIN;
    return first && following != null && following.pts() != null
        ? following.pts() - interval
        : lastPts + interval;
  }

  private DecodeTimes study() {
    List<Long> pts = new ArrayList<>();
    boolean allDts = true;
    for (Held packet : held) {
      if (packet.pts() != null) {
        pts.add(packet.pts());
        allDts &= packet.dts() != null;
      }
    }
    int depth = DecodeTimes.reorderDepth(pts);
    List<Long> steps = new ArrayList<>();
    List<Long> shown = pts.stream().sorted().toList();
    for (int i = 1; i < shown.size(); i++) {
      steps.add(shown.get(i) - shown.get(i - 1));
    }
    steps.sort(null);
    if (!steps.isEmpty() && steps.get(steps.size() / 2) > 0) {
      interval = steps.get(steps.size() / 2);
    }
    return allDts ? DecodeTimes.given() : DecodeTimes.computed(depth, interval);
  }

  @Override
  public void close() {
    behindJump.forEach(waiting -> waiting.packet().close());
    behindJump.clear();
    held.forEach(packet -> packet.packet().close());
    held.clear();
    ready.forEach(timed -> timed.packet().close());
    ready.clear();
  }
}
