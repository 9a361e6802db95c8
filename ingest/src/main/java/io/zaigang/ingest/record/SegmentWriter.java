package io.zaigang.ingest.record;

import io.zaigang.ingest.av.SegmentMuxer;
import io.zaigang.ingest.av.VideoFormat;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One segment being written. Ends in {@link #publish}; closed before that, it leaves an unfinished
 * file for {@link SegmentRecovery} to save or remove. Not thread-safe.
 */
final class SegmentWriter implements AutoCloseable {

  private final SegmentFolder folder;
  private final Path file;
  private @Nullable SegmentMuxer muxer;

  SegmentWriter(SegmentFolder folder, Instant provisionalStart, VideoFormat format)
      throws IOException {
    this.folder = folder;
    this.file = folder.open(provisionalStart);
    try {
      this.muxer = SegmentMuxer.segment(file, format);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Where it is written as long as it is unfinished. */
  Path file() {
    return file;
  }

  void write(TimedPacket timed) throws IOException {
    if (muxer == null) {
      throw new IllegalStateException("Segment " + file + " is finished");
    }
    muxer.write(timed.packet(), timed.pts(), timed.dts(), timed.duration());
  }

  /** Finishes the file and gives it its place in the log. */
  Segment publish(Instant start, Duration duration) throws IOException {
    if (muxer == null) {
      throw new IllegalStateException("Segment " + file + " is finished");
    }
    muxer.finish();
    closeMuxer();
    return folder.publish(file, start, duration);
  }

  private void closeMuxer() {
    if (muxer != null) {
      muxer.close();
      muxer = null;
    }
  }

  @Override
  public void close() {
    closeMuxer();
  }
}
