package io.zaigang.models.imaging;

import io.zaigang.domain.geometry.Box;

/**
 * How a network's input lies over the picture: takes boxes back.
 *
 * @param region the part of the picture shown, in its pixels
 * @param scaleX network pixels per picture pixel, across
 * @param scaleY the same, down
 */
public record View(Box region, double scaleX, double scaleY) {

  /** A box in network pixels, in pixels of the picture, clipped to the region shown. */
  public Box toPicture(double left, double top, double right, double bottom) {
    double x0 = clamp(left / scaleX, region.width());
    double y0 = clamp(top / scaleY, region.height());
    double x1 = clamp(right / scaleX, region.width());
    double y1 = clamp(bottom / scaleY, region.height());
    return Box.ofEdges(
        region.x() + x0,
        region.y() + y0,
        region.x() + Math.max(x0, x1),
        region.y() + Math.max(y0, y1));
  }

  private static double clamp(double value, double limit) {
    return Math.max(0, Math.min(limit, value));
  }
}
