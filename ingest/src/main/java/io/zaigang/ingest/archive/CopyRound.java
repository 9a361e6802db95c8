package io.zaigang.ingest.archive;

/**
 * What was copied.
 *
 * @param segments how many segments
 * @param bytes their size
 * @param more whether more was seen that is still to be copied
 */
record CopyRound(long segments, long bytes, boolean more) {

  static final CopyRound NOTHING = new CopyRound(0, 0, false);

  /** Nothing yet, but there is more to do. */
  static final CopyRound MORE = new CopyRound(0, 0, true);

  CopyRound plus(CopyRound other) {
    return new CopyRound(segments + other.segments, bytes + other.bytes, more || other.more);
  }
}
