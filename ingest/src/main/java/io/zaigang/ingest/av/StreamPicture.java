package io.zaigang.ingest.av;

import io.zaigang.domain.picture.BgrPicture;
import java.time.Duration;

/**
 * One picture of a video file.
 *
 * @param offset time since the file's first picture
 * @param picture the receiver closes it
 */
public record StreamPicture(Duration offset, BgrPicture picture) implements AutoCloseable {

  @Override
  public void close() {
    picture.close();
  }
}
