package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Samples that are all key frames: each is decoded alone and nothing else is. */
final class KeyFrameSampler implements SegmentFrames {

  private final FrameReader reader;
  private final Segment segment;
  private final KeyFrames keys;
  private final SlotPlan plan;
  private final VideoDecoder decoder;
  private int nextKey;

  KeyFrameSampler(
      FrameReader reader, Segment segment, KeyFrames keys, SlotPlan plan, VideoDecoder decoder) {
    this.reader = reader;
    this.segment = segment;
    this.keys = keys;
    this.plan = plan;
    this.decoder = decoder;
  }

  @Override
  public @Nullable FrameReading next() {
    SlotPlan.Target target = plan.targets().poll();
    if (target == null) {
      return null;
    }
    reader.passed(target);
    while (keys.millis().get(nextKey) != target.notBeforeMillis()) {
      nextKey++;
    }
    Instant at = Instant.ofEpochMilli(target.notBeforeMillis());
    try {
      return decodeAlone(nextKey, at);
    } catch (AvException e) {
      return new UndecodableSpan(at, endOfKey(), segment.fileName() + " " + e.getMessage());
    } finally {
      decoder.reset();
    }
  }

  private FrameReading decodeAlone(int key, Instant at) throws AvException {
    decoder.send(keys.packet(key));
    decoder.drain();
    if (!decoder.receive()) {
      throw new AvException("holds a key frame without a picture");
    }
    if (decoder.frameIsDamaged()) {
      throw new AvException("holds a damaged key frame");
    }
    return new SampledPicture(at, reader.converter().convert(decoder.frame()));
  }

  private Instant endOfKey() {
    return nextKey + 1 < keys.size()
        ? Instant.ofEpochMilli(keys.millis().get(nextKey + 1))
        : segment.end();
  }

  @Override
  public int framesDecoded() {
    return decoder.decoded();
  }

  @Override
  public void close() {
    decoder.close();
    keys.close();
  }
}
