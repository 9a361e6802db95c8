package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Cuts MP4 clips out of the footage log by copying packets: what the camera sent, unchanged. */
public final class ClipCutter {

  private final FootageLog log;

  public ClipCutter(FootageLog log) {
    this.log = log;
  }

  /**
   * Cuts {@code [from, to]} into a file that plays from its first byte. It begins at the last key
   * frame at or before {@code from}. Holes in the footage are holes in the clip's time line.
   *
   * @param target written whole or not at all
   * @throws NoFootageException when nothing is recorded there
   */
  public Clip cut(String cameraId, Instant from, Instant to, Path target) throws IOException {
    throw new UnsupportedOperationException("being written" + log + cameraId + from + to + target);
  }
}
