package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;

/**
 * Reads one camera's samples from its segments, one picture a slot of the {@link SampleGrid}. The
 * segments are given to it in order:
 *
 * <pre>{@code
 * try (FrameReader reader = FrameReader.resuming(grid, lastSampleAt)) {
 *   for (Segment segment : segments) {
 *     try (SegmentFrames frames = reader.open(segment)) {
 *       for (FrameReading reading = frames.next(); reading != null; reading = frames.next()) { … }
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Which frame stands for a slot follows from the footage and the grid alone (see {@link
 * SlotPlan}), so every reading of the same footage gives the same samples, also one that resumes.
 * Pictures come from a pool that the reader owns. Not thread-safe.
 */
public final class FrameReader implements AutoCloseable {

  private final SampleGrid grid;
  private final PicturePool pool = new PicturePool();
  private final BgrConverter converter = new BgrConverter(pool);
  private long nextSlot;

  private FrameReader(SampleGrid grid, long firstSlot) {
    this.grid = grid;
    this.nextSlot = firstSlot;
  }

  /** Samples of the slots that begin at or after this instant. */
  public static FrameReader from(SampleGrid grid, Instant from) {
    long slot = grid.slotOf(from);
    return new FrameReader(grid, grid.startOf(slot).isBefore(from) ? slot + 1 : slot);
  }

  /**
   * The samples after this one, which was the last of an earlier reader on the same grid. Give it
   * the segment that holds the sample first.
   */
  public static FrameReader resuming(SampleGrid grid, Instant lastSampleAt) {
    return new FrameReader(grid, grid.slotOf(lastSampleAt) + 1);
  }

  /**
   * Opens a segment. One that cannot be opened gives a single {@link UndecodableSpan}; this never
   * throws for bad footage.
   */
  public SegmentFrames open(Segment segment) {
    try (MediaInput input = MediaInput.openSegment(segment.file())) {
      KeyFrames keys = KeyFrames.read(segment, input);
      SlotPlan plan = SlotPlan.of(segment, keys.millis(), grid, nextSlot);
      if (plan.keyFramesSuffice()) {
        VideoDecoder decoder = decoder(input, keys);
        return new KeyFrameSampler(this, segment, keys, plan, decoder);
      }
      keys.close();
      return sequential(segment, keys, plan);
    } catch (AvException e) {
      return new UnreadableSegment(segment, e);
    }
  }

  private SegmentFrames sequential(Segment segment, KeyFrames keys, SlotPlan plan)
      throws AvException {
    MediaInput again = MediaInput.openSegment(segment.file());
    try {
      return new SequentialSampler(this, keys, plan, again);
    } catch (AvException e) {
      again.close();
      throw e;
    }
  }

  private static VideoDecoder decoder(MediaInput input, KeyFrames keys) throws AvException {
    try {
      return new VideoDecoder(input.parameters(), input.timeBase());
    } catch (AvException e) {
      keys.close();
      throw e;
    }
  }

  BgrConverter converter() {
    return converter;
  }

  /** Called by the samplers: this slot has its sample, or is known to have none. */
  void passed(SlotPlan.Target target) {
    nextSlot = Math.max(nextSlot, target.slot() + 1);
  }

  @Override
  public void close() {
    converter.close();
    pool.close();
  }
}
