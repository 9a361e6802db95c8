package io.zaigang.models.pose;

import java.util.List;

/** The body points of one person. */
public record Pose(List<BodyPoint> points) {

  public Pose {
    points = List.copyOf(points);
    if (points.size() != Joint.values().length) {
      throw new IllegalArgumentException(
          "A pose has " + Joint.values().length + " points, not " + points.size());
    }
  }

  public BodyPoint at(Joint joint) {
    return points.get(joint.ordinal());
  }
}
