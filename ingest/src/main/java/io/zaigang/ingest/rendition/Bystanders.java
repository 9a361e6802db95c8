package io.zaigang.ingest.rendition;

import io.zaigang.domain.geometry.Polygon;
import io.zaigang.ingest.picture.BgrImages;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Makes everybody outside of the posts unrecognisable: what lies outside is averaged over squares a
 * twenty-fourth of the picture high, so that the detail is gone from the file and cannot be
 * computed back. By region, not by detection: what no detector found would otherwise stay
 * recognisable.
 */
final class Bystanders {

  /** A head close to the camera is a fifth of the picture high: five squares. */
  static final int SQUARES = 24;

  private final Area outside;
  private final BufferedImage coarse;

  Bystanders(List<Polygon> clear, int widthPx, int heightPx) {
    outside = new Area(new java.awt.Rectangle(0, 0, widthPx, heightPx));
    for (Polygon polygon : clear) {
      outside.subtract(new Area(OverlayPainter.shape(polygon, widthPx, heightPx)));
    }
    int across = Math.max(1, Math.round((float) SQUARES * widthPx / heightPx));
    coarse = BgrImages.black(across, SQUARES);
  }

  /** Coarsens a picture in place. */
  void hide(BufferedImage picture, Graphics2D graphics) {
    average(picture);
    Graphics2D part = (Graphics2D) graphics.create();
    part.setClip(outside);
    part.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    part.drawImage(coarse, 0, 0, picture.getWidth(), picture.getHeight(), null);
    part.dispose();
  }

  /** Every pixel of a square counts: interpolation alone would let single pixels through. */
  private void average(BufferedImage picture) {
    byte[] pixels = BgrImages.bytes(picture);
    byte[] target = BgrImages.bytes(coarse);
    int across = coarse.getWidth();
    for (int row = 0; row < SQUARES; row++) {
      int top = row * picture.getHeight() / SQUARES;
      int bottom = Math.max(top + 1, (row + 1) * picture.getHeight() / SQUARES);
      for (int column = 0; column < across; column++) {
        int left = column * picture.getWidth() / across;
        int right = Math.max(left + 1, (column + 1) * picture.getWidth() / across);
        for (int channel = 0; channel < 3; channel++) {
          long sum = 0;
          for (int y = top; y < bottom; y++) {
            int at = 3 * (y * picture.getWidth() + left) + channel;
            for (int x = left; x < right; x++, at += 3) {
              sum += pixels[at] & 0xff;
            }
          }
          int count = (bottom - top) * (right - left);
          target[3 * (row * across + column) + channel] = (byte) (sum / count);
        }
      }
    }
  }
}
