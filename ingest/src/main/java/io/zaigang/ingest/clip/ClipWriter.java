package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.SegmentMuxer;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoFormat;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes stretches of footage into one clip, one right after the other. */
final class ClipWriter implements AutoCloseable {

  private static final long TICKS_PER_MILLI = 90;

  private final SegmentMuxer muxer;
  private final VideoPacket packet = new VideoPacket();
  private final List<ClipPiece> pieces = new ArrayList<>();
  private final ClipTrack track;

  ClipWriter(Path file, VideoFormat format) throws IOException {
    muxer = SegmentMuxer.clip(file, format);
    track = new ClipTrack(muxer);
  }

  /** Copies what these segments show of a stretch; nothing where there are none. */
  void write(Stretch stretch, List<Segment> segments) throws IOException {
    if (segments.isEmpty()) {
      return;
    }
    track.begin(KeyFrameBefore.find(segments.get(0), stretch.from()), stretch.to());
    for (Segment segment : segments) {
      try (SegmentPackets packets = SegmentPackets.open(segment)) {
        track.copy(segment, packets, packet);
      }
    }
    if (track.wrote()) {
      pieces.add(
          new ClipPiece(
              track.firstTicks() / TICKS_PER_MILLI, track.firstShown(), track.endShown()));
    }
  }

  List<ClipPiece> pieces() {
    return List.copyOf(pieces);
  }

  /** Completes the file; returns the chapters that lie in what it shows. */
  List<ClipChapter> finish(List<Chapter> asked) throws IOException {
    if (pieces.isEmpty()) {
      throw new IOException(
          "No picture of the span can be decoded: no key frame is recorded there");
    }
    List<ClipChapter> chapters = new ArrayList<>();
    for (Chapter chapter : asked) {
      pieces.stream()
          .filter(piece -> piece.covers(chapter.at()))
          .findFirst()
          .map(piece -> new ClipChapter(chapter.kind(), piece.offsetOf(chapter.at()), chapter.at()))
          .ifPresent(chapters::add);
    }
    long endMillis = track.endTicks() / TICKS_PER_MILLI;
    for (int i = 0; i < chapters.size(); i++) {
      ClipChapter chapter = chapters.get(i);
      long end = i + 1 < chapters.size() ? chapters.get(i + 1).offsetMillis() : endMillis;
      muxer.addChapter(chapter.kind().title(), chapter.offsetMillis(), end);
    }
    muxer.finish();
    return chapters;
  }

  @Override
  public void close() {
    packet.close();
    muxer.close();
  }
}
