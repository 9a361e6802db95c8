package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@code polygon}: points in fractions of the picture, origin top left. */
final class PolygonReader {

  /** A millionth of the picture: two pixels of a 1920 × 1080 one. */
  private static final double MIN_AREA = 1e-6;

  private PolygonReader() {}

  static @Nullable Polygon read(Field field) {
    List<Point> points = field.listOf(PolygonReader::point);
    if (points == null) {
      return null;
    }
    if (points.size() < 3) {
      return field.problem(PlanMistake.FEW_POINTS, points.size());
    }
    Polygon polygon = new Polygon(points);
    if (polygon.crossesItself()) {
      return field.problem(PlanMistake.CROSSES_ITSELF);
    }
    return polygon.area() < MIN_AREA ? field.problem(PlanMistake.NO_AREA) : polygon;
  }

  private static @Nullable Point point(Field field) {
    List<Field> items = field.items();
    if (items == null) {
      return null;
    }
    if (items.size() != 2) {
      return field.problem(PlanMistake.POINT, items.size());
    }
    Double x = coordinate(items.get(0));
    Double y = coordinate(items.get(1));
    return x == null || y == null ? null : new Point(x, y);
  }

  private static @Nullable Double coordinate(Field field) {
    Double value = field.number();
    return value == null || (value >= 0 && value <= 1)
        ? value
        : field.problem(PlanMistake.FRACTION, value);
  }
}
