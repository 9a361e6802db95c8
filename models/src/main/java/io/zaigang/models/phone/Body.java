package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Point;
import io.zaigang.models.pose.BodyPoint;
import io.zaigang.models.pose.Joint;
import io.zaigang.models.pose.Pose;
import java.util.List;

/** A person as the second look sees one: where the hands, the face and the lap are. */
final class Body {

  /** A held phone lies beyond the wrist, by this part of the forearm. */
  private static final double BEYOND_WRIST = 0.3;

  /** Weight of a point that the pose is sure not to see: unseen faces still have a middle. */
  private static final double LEAST_WEIGHT = 0.01;

  private static final List<Joint> FACE =
      List.of(Joint.NOSE, Joint.LEFT_EYE, Joint.RIGHT_EYE, Joint.LEFT_EAR, Joint.RIGHT_EAR);

  private final Box box;
  private final Pose pose;
  private final double scale;

  Body(Box box, Pose pose) {
    this.box = box;
    this.pose = pose;
    this.scale = BodyScale.of(box);
  }

  double scale() {
    return scale;
  }

  Point leftHand() {
    return hand(Joint.LEFT_ELBOW, Joint.LEFT_WRIST);
  }

  Point rightHand() {
    return hand(Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST);
  }

  private Point hand(Joint elbow, Joint wrist) {
    BodyPoint from = pose.at(elbow);
    BodyPoint to = pose.at(wrist);
    return new Point(
        to.x() + BEYOND_WRIST * (to.x() - from.x()), to.y() + BEYOND_WRIST * (to.y() - from.y()));
  }

  /** Middle of the face's points, the surer ones counting more. */
  Point face() {
    double x = 0;
    double y = 0;
    double weights = 0;
    for (Joint joint : FACE) {
      BodyPoint point = pose.at(joint);
      double weight = point.score() + LEAST_WEIGHT;
      x += weight * point.x();
      y += weight * point.y();
      weights += weight;
    }
    return new Point(x / weights, y / weights);
  }

  private Point lap() {
    return middle(pose.at(Joint.LEFT_HIP), pose.at(Joint.RIGHT_HIP));
  }

  private static Point middle(BodyPoint a, BodyPoint b) {
    return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  /**
   * Where a phone is.
   *
   * @param reach how far its middle may be from hand, face or lap, in body scales
   */
  Place placeOf(Box phone, double reach) {
    double hand =
        Math.min(
            Math.min(distance(phone, leftHand()), distance(phone, rightHand())),
            Math.min(distance(phone, Joint.LEFT_WRIST), distance(phone, Joint.RIGHT_WRIST)));
    double face =
        Math.min(
            distance(phone, face()),
            Math.min(distance(phone, Joint.LEFT_EAR), distance(phone, Joint.RIGHT_EAR)));
    double lap = distance(phone, lap());
    double nearest = Math.min(hand, Math.min(face, lap));
    if (nearest > reach) {
      return Place.AWAY;
    }
    // a hand at the ear is at the face; a hand in the lap is a hand
    if (face <= hand) {
      return Place.FACE;
    }
    return hand <= reach ? Place.HAND : Place.LAP;
  }

  private double distance(Box phone, Joint joint) {
    BodyPoint point = pose.at(joint);
    return distance(phone, new Point(point.x(), point.y()));
  }

  private double distance(Box phone, Point point) {
    return Math.hypot(phone.centerX() - point.x(), phone.centerY() - point.y()) / scale;
  }

  /** The square that a view shows, in pixels; may reach outside the picture. */
  Box square(AimedView view) {
    double side = view.size() * scale;
    return switch (view.aim()) {
      case LEFT_HAND -> around(leftHand(), side);
      case RIGHT_HAND -> around(rightHand(), side);
      case FACE -> around(face(), side);
      case WHOLE_BODY -> around(middle(), view.size() * Math.max(box.width(), box.height()));
      case UPPER_BODY -> upperBody(view.size());
    };
  }

  /** From just above the head down, as wide as the person but at most the whole body's square. */
  private Box upperBody(double size) {
    double whole = Math.max(box.width(), box.height());
    double side = size * Math.min(Math.max(1.2 * box.width(), 0.6 * box.height()), 1.1 * whole);
    double top = box.y() - 0.03 * box.height();
    return new Box(box.centerX() - side / 2, top, side, side);
  }

  private Point middle() {
    return new Point(box.centerX(), box.centerY());
  }

  private static Box around(Point point, double side) {
    return new Box(point.x() - side / 2, point.y() - side / 2, side, side);
  }
}
