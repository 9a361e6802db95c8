package io.zaigang.job.detect;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts figures to what they can bear, before anything is decided on them: what is written down is
 * then exactly what the rules saw, and a replay of it decides the same.
 */
final class Rounding {

  private static final double PER_PIXEL = 10;
  private static final double PER_UNIT = 10_000;

  private Rounding() {}

  static FrameDetections of(FrameDetections frame) {
    return new FrameDetections(
        frame.cameraId(),
        frame.at(),
        frame.widthPx(),
        frame.heightPx(),
        frame.blind(),
        frame.persons().stream().map(Rounding::of).toList(),
        frame.posts().stream().map(Rounding::of).toList());
  }

  private static PersonDetection of(PersonDetection person) {
    Box box = person.box();
    Double phone = person.phone();
    return new PersonDetection(
        new Box(px(box.x()), px(box.y()), px(box.width()), px(box.height())),
        share(person.score()),
        phone == null ? null : (Double) share(phone),
        person.phoneInUse());
  }

  private static PostEvidence of(PostEvidence post) {
    Map<String, Double> evidence = new TreeMap<>();
    post.evidence().forEach((cue, value) -> evidence.put(cue, share(value)));
    return new PostEvidence(post.postId(), evidence, share(post.presence()));
  }

  private static double px(double value) {
    return Math.round(value * PER_PIXEL) / PER_PIXEL;
  }

  private static double share(double value) {
    return Math.round(value * PER_UNIT) / PER_UNIT;
  }
}
