package io.zaigang.ingest.picture;

import io.zaigang.domain.picture.BgrPicture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;

/** Decoded pictures as Java's own images, to draw on and to encode. */
public final class BgrImages {

  private BgrImages() {}

  /** A copy of a picture. */
  public static BufferedImage of(BgrPicture picture) {
    BufferedImage image = black(picture.widthPx(), picture.heightPx());
    copy(picture, image);
    return image;
  }

  /** A black image. */
  public static BufferedImage black(int widthPx, int heightPx) {
    return new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_3BYTE_BGR);
  }

  /** The pixels of such an image themselves: rows without padding, blue first. */
  public static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  /** Copies what of the picture fits into the image. */
  public static void copy(BgrPicture picture, BufferedImage image) {
    byte[] target = bytes(image);
    ByteBuffer source = picture.pixels();
    int rowBytes = 3 * image.getWidth();
    int count = 3 * Math.min(image.getWidth(), picture.widthPx());
    for (int row = 0; row < Math.min(image.getHeight(), picture.heightPx()); row++) {
      source.get(row * picture.strideBytes(), target, row * rowBytes, count);
    }
  }
}
