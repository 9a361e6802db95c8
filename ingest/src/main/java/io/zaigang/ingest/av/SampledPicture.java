package io.zaigang.ingest.av;

import io.zaigang.domain.picture.BgrPicture;
import java.time.Instant;

/**
 * The picture of one sample slot.
 *
 * @param at media time of the frame, whole milliseconds
 * @param picture the receiver closes it, before long: it belongs to a small pool
 */
public record SampledPicture(Instant at, BgrPicture picture)
    implements FrameReading, AutoCloseable {

  @Override
  public void close() {
    picture.close();
  }
}
