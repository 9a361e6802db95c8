package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.Segment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A cut piece of footage.
 *
 * @param file the MP4
 * @param from media time of its first frame: the key frame at or before the asked begin
 * @param to end of its last frame
 * @param segments what it was cut from, in order
 */
public record Clip(Path file, Instant from, Instant to, List<Segment> segments) {

  public Clip {
    segments = List.copyOf(segments);
  }
}
