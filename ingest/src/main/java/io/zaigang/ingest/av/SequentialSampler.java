package io.zaigang.ingest.av;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * Samples between key frames: decodes from a key frame just up to the frames wanted, skips what
 * nothing wanted refers to, and leaves out groups of pictures in which nothing is wanted.
 */
final class SequentialSampler implements SegmentFrames {

  /** Footage may end this much before its name says: the last frame's own duration. */
  private static final long TAIL_TOLERANCE_MILLIS = 1500;

  private enum Phase {
    FEEDING,
    DRAINING,
    ENDED
  }

  private final FrameReader reader;
  private final Segment segment;
  private final SegmentClock clock;
  private final List<Long> keyMillis;
  private final Deque<SlotPlan.Target> targets;
  private final MediaInput input;
  private final VideoDecoder decoder;
  private final AVPacket packet;

  private Phase phase = Phase.FEEDING;

  /** True from the key frame on with which decoding began, until the decoder is reset. */
  private boolean decoding;

  /** Group of pictures that the last packet belongs to, and the one in which decoding began. */
  private int group = -1;

  private int firstDecodedGroup;
  private long lastMillis;

  SequentialSampler(FrameReader reader, KeyFrames keys, SlotPlan plan, MediaInput input)
      throws AvException {
    this.reader = reader;
    this.clock = keys.clock();
    this.segment = clock.segment();
    this.keyMillis = new ArrayList<>(keys.millis());
    this.targets = plan.targets();
    this.input = input;
    this.lastMillis = segment.start().toEpochMilli();
    this.decoder = new VideoDecoder(input.parameters(), input.timeBase());
    this.packet = av_packet_alloc();
  }

  @Override
  public @Nullable FrameReading next() {
    FrameReading reading = null;
    while (reading == null && phase != Phase.ENDED) {
      if (targets.isEmpty()) {
        phase = Phase.ENDED;
      } else {
        reading = advance();
      }
    }
    return reading;
  }

  private @Nullable FrameReading advance() {
    try {
      if (decoder.receive()) {
        return take();
      }
      return phase == Phase.DRAINING ? conclude() : feed();
    } catch (AvException e) {
      return giveUpGroup(e);
    }
  }

  /** Reads one packet and decodes it if a wanted picture needs it. */
  private @Nullable FrameReading feed() throws AvException {
    try {
      if (!input.read(packet)) {
        phase = Phase.DRAINING;
        decoder.drain();
        return null;
      }
    } catch (AvException e) {
      phase = Phase.ENDED;
      return span(lastMillis, segment.end().toEpochMilli(), e.getMessage());
    }
    lastMillis = clock.millis(packet.pts());
    boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
    if (key) {
      group++;
    }
    SlotPlan.Target target = targets.getFirst();
    if (target.notBeforeMillis() >= groupEnd()) {
      forget();
    } else {
      decode(key, target);
    }
    return null;
  }

  private void decode(boolean key, SlotPlan.Target target) throws AvException {
    if (!decoding && !key) {
      return;
    }
    if (!decoding) {
      decoding = true;
      firstDecodedGroup = group;
    }
    // Shown before the key frame it follows in the file: refers to pictures that were left out.
    boolean undecodable = group == firstDecodedGroup && lastMillis < keyMillis.get(group);
    if (undecodable) {
      return;
    }
    if (lastMillis < target.notBeforeMillis()) {
      decoder.sendAsReference(packet);
    } else {
      decoder.send(packet);
    }
  }

  private void forget() {
    if (decoding) {
      decoder.reset();
      decoding = false;
    }
  }

  /** Sees whether the picture just decoded is the one that is wanted next. */
  private @Nullable FrameReading take() throws AvException {
    long millis = clock.millis(decoder.frame().best_effort_timestamp());
    SlotPlan.Target target = targets.peek();
    while (target != null && target.beforeMillis() <= millis) {
      pass();
      target = targets.peek();
    }
    if (target == null || millis < target.notBeforeMillis()) {
      return null;
    }
    pass();
    return decoder.frameIsDamaged()
        ? span(millis, target.beforeMillis(), "holds a damaged picture")
        : new SampledPicture(
            Instant.ofEpochMilli(millis), reader.converter().convert(decoder.frame()));
  }

  private @Nullable FrameReading conclude() {
    phase = Phase.ENDED;
    long end = segment.end().toEpochMilli();
    return end - lastMillis > TAIL_TOLERANCE_MILLIS
        ? span(lastMillis, end, "ends before its time")
        : null;
  }

  private FrameReading giveUpGroup(AvException cause) {
    long end = groupEnd();
    long from = Math.min(lastMillis, targets.isEmpty() ? end : targets.peek().notBeforeMillis());
    while (!targets.isEmpty() && targets.peek().notBeforeMillis() < end) {
      pass();
    }
    decoder.reset();
    decoding = false;
    return span(from, end, cause.getMessage());
  }

  private void pass() {
    reader.passed(targets.remove());
  }

  private long groupEnd() {
    return group + 1 < keyMillis.size() ? keyMillis.get(group + 1) : segment.end().toEpochMilli();
  }

  private UndecodableSpan span(long fromMillis, long toMillis, @Nullable String cause) {
    long end = Math.min(toMillis, segment.end().toEpochMilli());
    return new UndecodableSpan(
        Instant.ofEpochMilli(Math.min(fromMillis, end - 1)),
        Instant.ofEpochMilli(end),
        segment.fileName() + " " + cause);
  }

  @Override
  public int framesDecoded() {
    return decoder.decoded();
  }

  @Override
  public void close() {
    av_packet_free(packet);
    decoder.close();
    input.close();
  }
}
