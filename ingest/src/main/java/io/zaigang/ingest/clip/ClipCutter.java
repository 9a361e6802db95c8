package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.SegmentMuxer;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** Cuts MP4 clips out of the footage log by copying packets: what the camera sent, unchanged. */
public final class ClipCutter {

  private final FootageLog log;

  public ClipCutter(FootageLog log) {
    this.log = log;
  }

  /**
   * Cuts {@code [from, to]} into a file that plays from its first byte. It begins at the last key
   * frame at or before {@code from}. Where footage is missing, the picture before stands still for
   * as long.
   *
   * @param target written whole or not at all
   * @throws NoFootageException when nothing is recorded there
   */
  public Clip cut(String cameraId, Instant from, Instant to, Path target) throws IOException {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A clip ends after it begins, not " + from + " – " + to);
    }
    List<Segment> segments = log.segments(cameraId, from, to);
    if (segments.isEmpty()) {
      throw new NoFootageException(cameraId, from, to);
    }
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".cutting");
    try {
      ClipSpan span = write(segments, from, to, unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      return new Clip(target, span.from(), span.to(), segments);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static ClipSpan write(List<Segment> segments, Instant from, Instant to, Path file)
      throws IOException {
    Instant begin = KeyFrameBefore.find(segments.get(0), from);
    try (SegmentPackets first = SegmentPackets.open(segments.get(0));
        SegmentMuxer muxer = SegmentMuxer.clip(file, first.format());
        VideoPacket packet = new VideoPacket()) {
      ClipTrack track = new ClipTrack(muxer, begin, to);
      for (Segment segment : segments) {
        try (SegmentPackets packets = SegmentPackets.open(segment)) {
          if (!packets.format().codec().equals(first.format().codec())) {
            throw new IOException(
                "Camera '%s' changed from %s to %s at %s; cut the clip before or after"
                    .formatted(
                        segment.cameraId(), first.format(), packets.format(), segment.start()));
          }
          track.copy(segment, packets, packet);
        }
      }
      muxer.finish();
      return new ClipSpan(begin, track.end());
    }
  }

  private record ClipSpan(Instant from, Instant to) {}
}
