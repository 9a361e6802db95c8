package io.zaigang.ingest.clip;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.av.PictureAt;
import io.zaigang.ingest.av.SampledPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    BufferedImage image =
        new BufferedImage(picture.widthPx(), picture.heightPx(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    ByteBuffer pixels = picture.pixels();
    int rowBytes = 3 * picture.widthPx();
    for (int row = 0; row < picture.heightPx(); row++) {
      pixels.get(row * picture.strideBytes(), target, row * rowBytes, rowBytes);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
