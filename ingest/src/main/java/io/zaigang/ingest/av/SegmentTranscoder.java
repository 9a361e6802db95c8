package io.zaigang.ingest.av;

import io.zaigang.ingest.footage.Segment;
import java.nio.file.Path;

/** Makes an H.264 segment of one in another codec: same pictures, same times, same kind of file. */
public final class SegmentTranscoder {

  private SegmentTranscoder() {}

  /**
   * Writes the segment anew.
   *
   * @param maxHeightPx higher pictures are scaled down
   * @param target whole only when this returns
   */
  public static void transcode(Segment segment, int maxHeightPx, Path target) throws AvException {
    try (MediaInput input = MediaInput.openSegment(segment.file());
        VideoTranscoder pictures = VideoTranscoder.ofSegment(input, maxHeightPx);
        SegmentMuxer muxer = SegmentMuxer.segment(target, pictures.format());
        VideoPacket packet = new VideoPacket()) {
      copy(pictures, muxer, packet);
      muxer.finish();
    }
  }

  /** Each picture lasts as long as the one before it, which only the next one's time tells. */
  private static void copy(VideoTranscoder pictures, SegmentMuxer muxer, VideoPacket packet)
      throws AvException {
    long lastPts = -1;
    long duration = pictures.interval();
    while (pictures.read(packet)) {
      long pts = packet.pts().orElse(lastPts + duration);
      if (lastPts >= 0) {
        duration = Math.max(1, pts - lastPts);
      }
      muxer.write(packet, pts, packet.dts().orElse(pts), duration);
      lastPts = pts;
    }
  }
}
