package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks into a finished clip whether it really shows a moment, by decoding it. */
public final class ShownCheck {

  /** The picture shown at a moment may be this much older: cameras send one a second or more. */
  private static final Duration OLDEST = Duration.ofMillis(1500);

  private ShownCheck() {}

  /**
   * True where the clip's pieces cover the moment and its file has a picture for it that decodes,
   * not older than a picture of a slow camera may be.
   */
  public static boolean shows(Clip clip, Instant moment) throws IOException {
    Optional<ClipPiece> piece = clip.pieceAt(moment);
    if (piece.isEmpty()) {
      return false;
    }
    Duration offset = Duration.ofMillis(piece.get().offsetOf(moment));
    Duration first = Duration.ofMillis(clip.pieces().get(0).offsetMillis());
    Optional<Duration> shown = lastAtOrBefore(clip.file(), offset.minus(first));
    return shown.isPresent() && offset.minus(first).minus(shown.get()).compareTo(OLDEST) <= 0;
  }

  private static Optional<Duration> lastAtOrBefore(Path file, Duration offset) throws IOException {
    Duration last = null;
    try (PictureStream pictures = PictureStream.open(file)) {
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          if (picture.offset().compareTo(offset) > 0) {
            return Optional.ofNullable(last);
          }
          last = picture.offset();
        }
      }
    }
    return Optional.ofNullable(last);
  }
}
