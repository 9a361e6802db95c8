package io.zaigang.ingest.clip;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.av.PictureAt;
import io.zaigang.ingest.av.SampledPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.picture.BgrImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * One moment of a camera as JPEG.
 *
 * @param at media time of the frame shown: the last at or before the asked instant
 * @param jpeg the picture
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight to the response, never compared
public record Snapshot(Instant at, byte[] jpeg) {

  /** The frame shown at this instant; empty where nothing is recorded. */
  public static Optional<Snapshot> take(FootageLog log, String cameraId, Instant at)
      throws IOException {
    Optional<Segment> segment = log.at(cameraId, at);
    if (segment.isEmpty()) {
      return Optional.empty();
    }
    try (PictureAt pictures = new PictureAt();
        SampledPicture sampled = pictures.find(segment.get(), at)) {
      return Optional.of(new Snapshot(sampled.at(), jpeg(sampled.picture())));
    }
  }

  private static byte[] jpeg(BgrPicture picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    ImageIO.write(BgrImages.of(picture), "jpeg", out);
    return out.toByteArray();
  }
}
