package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.pose.BodyPoint;
import io.zaigang.models.pose.Joint;
import io.zaigang.models.pose.Pose;
import java.util.ArrayList;
import java.util.List;

/** A person 400 pixels high, standing, the right hand lifted before the chest. */
final class StickFigure {

  static final Box BOX = new Box(100, 100, 160, 400);

  static final Pose POSE = pose();

  private StickFigure() {}

  private static Pose pose() {
    List<BodyPoint> points = new ArrayList<>();
    for (Joint joint : Joint.values()) {
      points.add(
          switch (joint) {
            case NOSE, LEFT_EYE, RIGHT_EYE, LEFT_EAR, RIGHT_EAR -> new BodyPoint(180, 130, 0.8);
            case LEFT_ELBOW -> new BodyPoint(240, 260, 0.7);
            case LEFT_WRIST -> new BodyPoint(240, 320, 0.7);
            case RIGHT_ELBOW -> new BodyPoint(120, 260, 0.7);
            case RIGHT_WRIST -> new BodyPoint(180, 230, 0.7);
            case LEFT_HIP, RIGHT_HIP -> new BodyPoint(180, 410, 0.7);
            default -> new BodyPoint(180, 450, 0.3);
          });
    }
    return new Pose(points);
  }
}
