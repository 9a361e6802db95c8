package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.PacketArrival;
import io.zaigang.ingest.av.RtspInput;
import io.zaigang.ingest.av.StreamFormat;
import io.zaigang.ingest.av.VideoFormat;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.record.CameraAddress.InvalidAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a camera for a few seconds and tells what it sends: what an administrator wants to know
 * before relying on it.
 */
public final class CameraProbe {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration PACKET_LIMIT = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofSeconds(6);

  /**
   * What was found.
   *
   * @param text one line, without secrets: what the camera sends, or why it cannot be recorded
   * @param stream the same, one by one; null where it cannot be recorded
   */
  public record Finding(boolean recordable, String text, @Nullable Sent stream) {

    static Finding refused(String why) {
      return new Finding(false, why, null);
    }
  }

  /**
   * What a camera sends.
   *
   * @param codec its short name, such as {@code h264} or {@code hevc}
   * @param keyFrameSeconds from one key frame to the next; null where that is more than was looked
   * @param clockAheadSeconds its clock against ours; null where it does not tell its time
   */
  public record Sent(
      String codec,
      int widthPx,
      int heightPx,
      double picturesPerSecond,
      double megabitsPerSecond,
      @Nullable Double keyFrameSeconds,
      @Nullable Double clockAheadSeconds) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "sends %s %d×%d, %.1f pictures/s, %.1f Mbit/s, key frame %s, clock %s",
          codec,
          widthPx,
          heightPx,
          picturesPerSecond,
          megabitsPerSecond,
          keyFrameSeconds == null
              ? "less often than every " + LOOK.toSeconds() + " s"
              : String.format(Locale.ROOT, "every %.1f s", keyFrameSeconds),
          clockAheadSeconds == null
              ? "not told"
              : String.format(Locale.ROOT, "%+.1f s against ours", clockAheadSeconds));
    }
  }

  private final StreamClock clock = new StreamClock();
  private int packets;
  private int keyFrames;
  private long firstPts;
  private long lastPts;
  private long firstKeyPts;
  private long lastKeyPts;
  private long bytes;

  private CameraProbe() {}

  /** Connects and looks; takes some ten seconds at most. */
  public static Finding probe(CameraAddress address, Map<String, String> environment) {
    try (RtspInput input = new RtspInput(PACKET_LIMIT)) {
      input.open(address.resolve(environment), CONNECT_LIMIT);
      try (StreamFormat format = new StreamFormat(input.announcedFormat())) {
        CameraProbe probe = new CameraProbe();
        probe.look(input, format);
        return probe.finding(format);
      }
    } catch (AvException | InvalidAddressException e) {
      return Finding.refused(String.valueOf(e.getMessage()));
    }
  }

  private void look(RtspInput input, StreamFormat format) throws AvException {
    long end = System.nanoTime() + LOOK.toNanos();
    try (VideoPacket packet = new VideoPacket()) {
      while (System.nanoTime() - end < 0) {
        input.read(packet);
        packets++;
        bytes += packet.sizeBytes();
        if (packet.isKeyFrame()) {
          format.update(packet);
        }
        if (packet.pts().isPresent()) {
          take(packet, packet.pts().getAsLong(), input.arrival());
        }
      }
    }
  }

  private void take(VideoPacket packet, long pts, PacketArrival arrival) {
    if (!clock.isBegun()) {
      firstPts = pts;
      lastPts = pts;
    }
    lastPts = Math.max(lastPts, pts);
    clock.observe(pts, arrival.at().toEpochMilli(), arrival.senderMicros());
    if (packet.isKeyFrame()) {
      firstKeyPts = keyFrames == 0 ? pts : firstKeyPts;
      lastKeyPts = pts;
      keyFrames++;
    }
  }

  private Finding finding(StreamFormat format) {
    if (!format.isKnown()) {
      return Finding.refused("sends no key frame within " + LOOK.toSeconds() + " s");
    }
    double seconds = (double) (lastPts - firstPts) / TimedPacket.TICKS_PER_SECOND;
    VideoFormat now = format.current();
    Sent sent =
        new Sent(
            now.codec(),
            now.widthPx(),
            now.heightPx(),
            seconds > 0 ? (packets - 1) / seconds : 0,
            seconds > 0 ? bytes * 8 / seconds / 1e6 : 0,
            keyFrameSeconds(),
            clock.cameraAheadMillis().isEmpty()
                ? null
                : clock.cameraAheadMillis().getAsLong() / 1000.0);
    return new Finding(true, sent.toString(), sent);
  }

  private @Nullable Double keyFrameSeconds() {
    return keyFrames < 2
        ? null
        : (double) (lastKeyPts - firstKeyPts) / (keyFrames - 1) / TimedPacket.TICKS_PER_SECOND;
  }
}
