package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import java.time.Instant;

/**
 * Reads one camera's samples from its segments: one picture a slot of the {@link SampleGrid}.
 *
 * <pre>{@code
 * try (FrameReader reader = new FrameReader(SampleGrid.perSecond(camera.analysisFps()));
 *     SegmentFrames frames = reader.open(segment)) {
 *   for (FrameReading reading = frames.next(); reading != null; reading = frames.next()) { … }
 * }
 * }</pre>
 *
 * <p>Which frame stands for a slot depends on the segment alone, never on where reading began: a
 * slot belongs to the segment in which it begins; where key frames come at least once a slot it is
 * the first key frame of the slot, and nothing else is decoded; else it is the first frame of the
 * slot. Pictures come from a pool that the reader owns. Not thread-safe.
 */
public final class FrameReader implements AutoCloseable {

  private final SampleGrid grid;

  public FrameReader(SampleGrid grid) {
    this.grid = grid;
  }

  /**
   * Opens a segment. One that cannot be opened gives a single {@link UndecodableSpan}; this never
   * throws for bad footage.
   */
  public SegmentFrames open(Segment segment) {
    return open(segment, Instant.MIN);
  }

  /** The same samples, without those before {@code from}. */
  public SegmentFrames open(Segment segment, Instant from) {
    throw new UnsupportedOperationException("being written: " + grid + segment + from);
  }

  @Override
  public void close() {}
}
