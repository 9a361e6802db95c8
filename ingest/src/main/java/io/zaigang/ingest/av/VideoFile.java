package io.zaigang.ingest.av;

import java.nio.file.Path;

/** The video packets of any file that FFmpeg can read. Not thread-safe. */
public final class VideoFile implements PacketSource {

  private final MediaInput input;
  private final VideoFormat format;

  private VideoFile(MediaInput input) throws AvException {
    this.input = input;
    this.format = VideoFormat.copyOf(input.parameters());
  }

  /** Opens a file; one that is no video is refused. Lists that name other files are not opened. */
  public static VideoFile open(Path file) throws AvException {
    MediaInput input = MediaInput.probe(file);
    try {
      return new VideoFile(input);
    } catch (AvException e) {
      input.close();
      throw e;
    }
  }

  @Override
  public VideoFormat format() {
    return format;
  }

  @Override
  public boolean read(VideoPacket packet) throws AvException {
    return input.read(packet.filled(input.timeBase()));
  }

  /** Pictures a second, as far as the file knows; 0 where it does not. */
  public double framesPerSecond() {
    int den = input.stream().avg_frame_rate().den();
    return den == 0 ? 0 : (double) input.stream().avg_frame_rate().num() / den;
  }

  MediaInput input() {
    return input;
  }

  @Override
  public void close() {
    format.close();
    input.close();
  }
}
