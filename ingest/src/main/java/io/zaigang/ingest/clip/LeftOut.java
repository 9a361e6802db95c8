package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.Segment;

/**
 * A segment that could not become part of a clip.
 *
 * @param why for people
 */
public record LeftOut(Segment segment, Cause cause, String why) {

  /** Why. */
  public enum Cause {
    /** Its codec, size or parameter sets are not the clip's. */
    OTHER_FORMAT,
    /** It cannot be read. */
    UNREADABLE
  }
}
