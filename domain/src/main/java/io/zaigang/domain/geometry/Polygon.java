package io.zaigang.domain.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A simple polygon of at least three points; the last point joins the first.
 *
 * <p>The site plan holds polygons in fractions of the picture; {@link #scaled} turns them into
 * pixels. Whether a polygon crosses itself is checked where plans are read, see {@link
 * #crossesItself}.
 */
public record Polygon(List<Point> points) {

  public Polygon {
    points = List.copyOf(points);
    if (points.size() < 3) {
      throw new IllegalArgumentException("A polygon needs at least 3 points, not " + points.size());
    }
  }

  /** This polygon with every point multiplied: fractions to pixels of one picture. */
  public Polygon scaled(double widthFactor, double heightFactor) {
    List<Point> scaled = new ArrayList<>(points.size());
    for (Point p : points) {
      scaled.add(new Point(p.x() * widthFactor, p.y() * heightFactor));
    }
    return new Polygon(scaled);
  }

  /** Smallest box that holds every point. */
  public Box bounds() {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (Point p : points) {
      left = Math.min(left, p.x());
      top = Math.min(top, p.y());
      right = Math.max(right, p.x());
      bottom = Math.max(bottom, p.y());
    }
    return Box.ofEdges(left, top, right, bottom);
  }

  /** Enclosed area, never negative. */
  public double area() {
    return Math.abs(signedArea(points));
  }

  /** Whether the point lies inside (even-odd rule). */
  public boolean contains(Point p) {
    boolean inside = false;
    for (int i = 0, j = points.size() - 1; i < points.size(); j = i++) {
      Point a = points.get(i);
      Point b = points.get(j);
      if ((a.y() > p.y()) != (b.y() > p.y())
          && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
        inside = !inside;
      }
    }
    return inside;
  }

  /**
   * Share of a box that lies inside this polygon, from 0 to 1; 0 for an empty box.
   *
   * <p>Clips the polygon to the box (Sutherland–Hodgman); the clip region is convex, so the area is
   * exact for concave polygons too.
   */
  public double shareOf(Box box) {
    if (box.area() <= 0) {
      return 0;
    }
    List<Point> clipped = points;
    clipped = clip(clipped, 1, 0, box.x());
    clipped = clip(clipped, -1, 0, -box.right());
    clipped = clip(clipped, 0, 1, box.y());
    clipped = clip(clipped, 0, -1, -box.bottom());
    return clipped.size() < 3 ? 0 : Math.min(1, Math.abs(signedArea(clipped)) / box.area());
  }

  /** Whether two edges that are not neighbours meet. */
  public boolean crossesItself() {
    int n = points.size();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean neighbours = j == i + 1 || (i == 0 && j == n - 1);
        if (!neighbours
            && segmentsMeet(
                points.get(i), points.get((i + 1) % n), points.get(j), points.get((j + 1) % n))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Keeps the side where {@code a·x + b·y >= c}. */
  private static List<Point> clip(List<Point> polygon, double a, double b, double c) {
    List<Point> kept = new ArrayList<>(polygon.size() + 4);
    for (int i = 0; i < polygon.size(); i++) {
      Point p = polygon.get(i);
      Point q = polygon.get((i + 1) % polygon.size());
      double dp = a * p.x() + b * p.y() - c;
      double dq = a * q.x() + b * q.y() - c;
      if (dp >= 0) {
        kept.add(p);
      }
      if ((dp >= 0) != (dq >= 0)) {
        double t = dp / (dp - dq);
        kept.add(new Point(p.x() + t * (q.x() - p.x()), p.y() + t * (q.y() - p.y())));
      }
    }
    return kept;
  }

  private static double signedArea(List<Point> polygon) {
    double twice = 0;
    for (int i = 0; i < polygon.size(); i++) {
      Point p = polygon.get(i);
      Point q = polygon.get((i + 1) % polygon.size());
      twice += p.x() * q.y() - q.x() * p.y();
    }
    return twice / 2;
  }

  private static boolean segmentsMeet(Point a, Point b, Point c, Point d) {
    int abc = side(a, b, c);
    int abd = side(a, b, d);
    int cda = side(c, d, a);
    int cdb = side(c, d, b);
    if (abc != abd && cda != cdb) {
      return true;
    }
    return (abc == 0 && onSegment(a, b, c))
        || (abd == 0 && onSegment(a, b, d))
        || (cda == 0 && onSegment(c, d, a))
        || (cdb == 0 && onSegment(c, d, b));
  }

  private static int side(Point a, Point b, Point p) {
    return (int) Math.signum((b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()));
  }

  private static boolean onSegment(Point a, Point b, Point p) {
    return p.x() >= Math.min(a.x(), b.x())
        && p.x() <= Math.max(a.x(), b.x())
        && p.y() >= Math.min(a.y(), b.y())
        && p.y() <= Math.max(a.y(), b.y());
  }
}
