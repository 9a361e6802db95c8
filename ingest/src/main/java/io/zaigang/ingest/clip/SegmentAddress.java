package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.Segment;

/** Where a player fetches segments. */
@FunctionalInterface
public interface SegmentAddress {

  /** The segment as it lies on disk; must answer byte ranges. */
  String of(Segment segment);

  /** The segment in H.264, its init part. */
  default String initOfTranscoded(Segment segment) {
    return "h264/" + segment.fileName() + "?part=INIT";
  }

  /** The segment in H.264, the rest. */
  default String mediaOfTranscoded(Segment segment) {
    return "h264/" + segment.fileName() + "?part=MEDIA";
  }
}
