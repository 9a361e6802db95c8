package io.zaigang.ingest.playout;

import io.zaigang.ingest.av.NalUnits;
import io.zaigang.ingest.playout.EncodedVideo.AccessUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends one feed to one receiver in real time, over and over, until interrupted. */
final class FeedPlayer implements Runnable {

  private static final long REPORT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long STALL_POLL_MILLIS = 20;
  private static final long NANOS_PER_TICK_TIMES_9 = 100_000;

  private final CameraFeed feed;
  private final RtpSink sink;
  private final Runnable onEnd;
  private final RtpPacketizer packetizer;
  private final long firstTimestamp;
  private long beganNanos = System.nanoTime();
  private long reportedNanos = Long.MIN_VALUE;

  FeedPlayer(CameraFeed feed, RtpSink sink, int source, Runnable onEnd) {
    this.feed = feed;
    this.sink = sink;
    this.onEnd = onEnd;
    this.packetizer = new RtpPacketizer(sink, source);
    this.firstTimestamp = source & 0xffff;
  }

  @Override
  public void run() {
    try {
      long loopBegin = 0;
      while (!Thread.currentThread().isInterrupted()) {
        EncodedVideo video = feed.video();
        loopBegin += playOnce(video, loopBegin);
      }
    } catch (InterruptedException | IOException receiverGone) {
      Thread.currentThread().interrupt();
    } finally {
      onEnd.run();
    }
  }

  /** Plays to the end, or to where the feed shows something else; returns the ticks passed. */
  private long playOnce(EncodedVideo video, long loopBegin)
      throws InterruptedException, IOException {
    for (AccessUnit unit : video.units()) {
      if (feed.video() != video && unit.keyFrame()) {
        return unit.dts();
      }
      await(loopBegin + unit.dts());
      int timestamp = timestamp(loopBegin + unit.pts());
      long now = System.nanoTime();
      if (feed.sendsReports()
          && (reportedNanos == Long.MIN_VALUE || now - reportedNanos >= REPORT_EVERY_NANOS)) {
        reportedNanos = now;
        long wall = System.currentTimeMillis() + feed.clockError().toMillis();
        long takenNow = loopBegin + unit.dts() + video.reorderTicks();
        packetizer.report(wall, timestamp(takenNow));
      }
      packetizer.send(withParameterSets(video, unit), video.codec(), timestamp);
    }
    return video.ticks();
  }

  /** As cameras do: parameter sets in front of every key frame, also where the file has none. */
  private static List<byte[]> withParameterSets(EncodedVideo video, AccessUnit unit) {
    boolean present =
        unit.nals().stream().anyMatch(nal -> NalUnits.isParameterSet(nal, video.codec()));
    if (!unit.keyFrame() || present) {
      return unit.nals();
    }
    List<byte[]> nals = new ArrayList<>(video.parameterSets());
    nals.addAll(unit.nals());
    return nals;
  }

  private int timestamp(long ticks) {
    return (int) (firstTimestamp + ticks + stalledTicks + feed.streamClockJump());
  }

  private long stalledTicks;

  /** Waits until a picture is due; a stall moves everything after it. */
  private void await(long ticks) throws InterruptedException {
    long wait = dueNanos(ticks) - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    long stalledSince = System.nanoTime();
    boolean stalled = false;
    while (feed.isStalled()) {
      stalled = true;
      TimeUnit.MILLISECONDS.sleep(STALL_POLL_MILLIS);
    }
    if (stalled) {
      long nanos = System.nanoTime() - stalledSince;
      beganNanos += nanos;
      stalledTicks += nanos / NANOS_PER_TICK_TIMES_9 * 9;
    }
  }

  private long dueNanos(long ticks) {
    return beganNanos + ticks * NANOS_PER_TICK_TIMES_9 / 9;
  }
}
