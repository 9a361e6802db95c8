package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cut piece of footage.
 *
 * @param file the MP4
 * @param codec such as {@code h264} or {@code hevc}
 * @param pieces what it shows, in order; at least one
 * @param chapters moments to jump to, in order
 * @param segments what it was cut from, in order
 * @param leftOut segments of the asked span that could not be taken, in order
 */
public record Clip(
    Path file,
    String codec,
    List<ClipPiece> pieces,
    List<ClipChapter> chapters,
    List<Segment> segments,
    List<LeftOut> leftOut) {

  public Clip {
    pieces = List.copyOf(pieces);
    chapters = List.copyOf(chapters);
    segments = List.copyOf(segments);
    leftOut = List.copyOf(leftOut);
  }

  public String cameraId() {
    return segments.get(0).cameraId();
  }

  /** Wall time of its first picture: the key frame at or before the asked begin. */
  public Instant from() {
    return pieces.get(0).from();
  }

  /** End of its last picture. */
  public Instant to() {
    return pieces.get(pieces.size() - 1).to();
  }

  /** Where in the clip an instant is shown. */
  public Optional<ClipPiece> pieceAt(Instant instant) {
    return pieces.stream().filter(piece -> piece.covers(instant)).findFirst();
  }

  /** This clip, for callers that want all or nothing. */
  public Clip requireWhole() throws IOException {
    if (!leftOut.isEmpty()) {
      LeftOut first = leftOut.get(0);
      throw new IOException(
          "Camera '%s', %s: %s; cut the clip before or after"
              .formatted(cameraId(), first.segment().start(), first.why()));
    }
    return this;
  }
}
