package io.zaigang.domain.geometry;

/**
 * Axis-aligned rectangle in a picture, in pixels, origin top left.
 *
 * @param x left edge, may lie outside the picture
 * @param y top edge, may lie outside the picture
 * @param width extent to the right, not negative
 * @param height extent downwards, not negative
 */
public record Box(double x, double y, double width, double height) {

  public Box {
    if (!(width >= 0) || !(height >= 0)) {
      throw new IllegalArgumentException(
          "A box needs a width and height of 0 or more, not " + width + " × " + height);
    }
  }

  /** Box from its left, top, right and bottom edges. */
  public static Box ofEdges(double left, double top, double right, double bottom) {
    return new Box(left, top, right - left, bottom - top);
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double area() {
    return width * height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  /** Bottom middle: where a standing person's feet are expected. */
  public Point footPoint() {
    return new Point(centerX(), bottom());
  }

  /** The upper half: what is seen of a person behind a counter. */
  public Box upperHalf() {
    return new Box(x, y, width, height / 2);
  }

  /** Area shared with another box, in square pixels. */
  public double intersection(Box other) {
    double w = Math.min(right(), other.right()) - Math.max(x, other.x);
    double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return w <= 0 || h <= 0 ? 0 : w * h;
  }

  /** Intersection over union with another box, from 0 (apart) to 1 (the same). */
  public double intersectionOverUnion(Box other) {
    double shared = intersection(other);
    double union = area() + other.area() - shared;
    return union <= 0 ? 0 : shared / union;
  }

  /** The same centre, width and height each multiplied by {@code factor}. */
  public Box enlarged(double factor) {
    double w = width * factor;
    double h = height * factor;
    return new Box(centerX() - w / 2, centerY() - h / 2, w, h);
  }

  /** The part inside a picture of the given size; a box wholly outside becomes empty. */
  public Box clippedTo(double pictureWidth, double pictureHeight) {
    double left = clamp(x, pictureWidth);
    double top = clamp(y, pictureHeight);
    return ofEdges(
        left,
        top,
        Math.max(left, clamp(right(), pictureWidth)),
        Math.max(top, clamp(bottom(), pictureHeight)));
  }

  private static double clamp(double value, double limit) {
    return Math.max(0, Math.min(limit, value));
  }
}
