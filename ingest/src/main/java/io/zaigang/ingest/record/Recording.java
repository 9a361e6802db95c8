package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.PacketArrival;
import io.zaigang.ingest.av.RtspInput;
import io.zaigang.ingest.av.StreamFormat;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recording of one connection: packets in, segments out. When the disk refuses, it goes on
 * reading and tries again; when the stream fails, it finishes what it has and throws. Not
 * thread-safe.
 */
final class Recording implements SegmentCutter.Target, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

  /** A longer pause between pictures is a hole, not a slow camera. */
  private static final long HOLE_TICKS = TimedPacket.ticks(2_000);

  private static final long HOLE_INTERVALS = 4;
  private static final long DISK_RETRY_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final Duration KEY_FRAME_LIMIT = Duration.ofSeconds(60);

  private final String cameraId;
  private final SegmentFolder folder;
  private final SegmentRecovery recovery;
  private final RecordedSpan span;
  private final CameraStatus status;
  private final StreamFormat format;
  private final PacketTimeline timeline = new PacketTimeline();
  private final StreamClock clock = new StreamClock();
  private final SegmentCutter cutter = new SegmentCutter(this);
  private long lastKeyNanos = System.nanoTime();
  private long lastPts = Long.MIN_VALUE;
  private @Nullable Path openFile;
  private boolean diskRefuses;
  private boolean diskTroubled;
  private long diskRetryAtNanos = System.nanoTime();

  Recording(
      String cameraId,
      SegmentFolder folder,
      SegmentRecovery recovery,
      RecordedSpan span,
      CameraStatus status,
      StreamFormat format) {
    this.cameraId = cameraId;
    this.folder = folder;
    this.recovery = recovery;
    this.span = span;
    this.status = status;
    this.format = format;
    this.diskRefuses = recovery.isPending();
  }

  /** Records until the stream fails. */
  void run(RtspInput input) throws AvException {
    try (VideoPacket packet = new VideoPacket()) {
      while (true) {
        input.read(packet);
        take(packet, input.arrival());
      }
    } finally {
      timeline.end();
      writeReady();
      finish();
    }
  }

  private void take(VideoPacket packet, PacketArrival arrival) throws AvException {
    status.packetCame(packet.sizeBytes(), Instant.now());
    int jumps = timeline.jumps();
    Long pts = timeline.add(packet, arrival.nanos());
    if (timeline.jumps() > jumps) {
      status.clockJumped();
      LOG.info("Camera '{}': its stream clock jumped; bridged", cameraId);
    }
    if (pts != null) {
      clock.observe(pts, arrival.at().toEpochMilli(), arrival.senderMicros());
      status.clockOffset(clock.cameraAheadMillis());
    }
    writeReady();
    if (System.nanoTime() - lastKeyNanos > KEY_FRAME_LIMIT.toNanos()) {
      throw new AvException("no key frame for " + KEY_FRAME_LIMIT.toSeconds() + " s");
    }
  }

  private void writeReady() throws AvException {
    for (TimedPacket timed = timeline.poll(); timed != null; timed = timeline.poll()) {
      try (VideoPacket packet = timed.packet()) {
        if (packet.isKeyFrame()) {
          lastKeyNanos = System.nanoTime();
        }
        boolean changed = packet.isKeyFrame() && format.update(packet);
        write(timed, changed);
      }
    }
  }

  private void write(TimedPacket timed, boolean formatChanged) {
    try {
      if (formatChanged) {
        LOG.info("Camera '{}': now sends {}", cameraId, format.current());
        cutter.cut();
      }
      cutAtHole(timed);
      if (clock.hasStepped()) {
        LOG.warn("Camera '{}': the clock was set; recording begins anew", cameraId);
        cutter.cut();
        span.stopped(GapCause.CLOCK_SET);
        clock.restart();
      }
      if (format.isKnown() && (!diskRefuses || diskMayTakeAgain())) {
        cutter.write(timed);
      }
    } catch (IOException e) {
      refused(e);
    }
  }

  private void cutAtHole(TimedPacket timed) throws IOException {
    long step = lastPts == Long.MIN_VALUE ? 0 : timed.pts() - lastPts;
    lastPts = Math.max(lastPts, timed.pts());
    if (step > Math.max(HOLE_TICKS, HOLE_INTERVALS * timed.duration())) {
      cutter.cut();
      span.stopped(GapCause.CAMERA_OFFLINE);
    }
  }

  /** Finishes the open segment; what the disk does not take stays for recovery. */
  private void finish() {
    try {
      cutter.cut();
    } catch (IOException e) {
      refused(e);
    }
  }

  private void refused(IOException e) {
    cutter.close();
    recovery.leave(openFile);
    openFile = null;
    span.stopped(GapCause.DISK_REFUSED);
    if (!diskTroubled) {
      LOG.error("Camera '{}': footage cannot be written, trying on: {}", cameraId, e.getMessage());
    }
    diskTroubled = true;
    diskRefuses = true;
    diskRetryAtNanos = System.nanoTime() + DISK_RETRY_NANOS;
    status.troubled("footage cannot be written: " + e.getMessage());
  }

  private boolean diskMayTakeAgain() throws IOException {
    if (System.nanoTime() - diskRetryAtNanos < 0) {
      return false;
    }
    recovery.retry().forEach(span::published);
    diskRefuses = false;
    return true;
  }

  @Override
  public SegmentWriter begin(Instant provisionalStart) throws IOException {
    SegmentWriter writer = new SegmentWriter(folder, provisionalStart, format.current());
    openFile = writer.file();
    return writer;
  }

  @Override
  public Instant wallClock(long pts) {
    return clock.at(pts);
  }

  /**
   * The true start where that is free. A camera that first sends what it had buffered overlaps what
   * is recorded already: then only the overlap is named away. A clock that was set back makes
   * footage follow what is there, until the clock has caught up.
   */
  @Override
  public Instant startOfRun(long firstPts, long endPts) {
    Instant start = clock.at(firstPts);
    Instant floor = span.end();
    clock.settle();
    if (floor == null || !start.isBefore(floor)) {
      return start;
    }
    if (!clock.at(endPts).isAfter(floor.plusSeconds(1))) {
      clock.delay(Duration.between(start, floor));
    }
    return floor;
  }

  @Override
  public void published(Segment segment) {
    openFile = null;
    span.published(segment);
    status.troubleOver();
    if (diskTroubled) {
      diskTroubled = false;
      LOG.info("Camera '{}': footage is written again", cameraId);
    }
  }

  @Override
  public void close() {
    cutter.close();
    timeline.close();
  }
}
