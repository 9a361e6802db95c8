package io.zaigang.ingest.av;

import org.jspecify.annotations.Nullable;

/** The samples of one segment, in order of time. Not thread-safe; close it before its reader. */
public interface SegmentFrames extends AutoCloseable {

  /** The next sample or undecodable span; null at the end of the segment. */
  @Nullable FrameReading next();

  /** Frames decoded so far, for the account of what a run cost. */
  int framesDecoded();

  @Override
  void close();
}
