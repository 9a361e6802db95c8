package io.zaigang.domain.tracking;

import io.zaigang.domain.geometry.Box;
import java.time.Instant;

/**
 * What {@link Tracker} remembers about one person.
 *
 * @param id see {@link Track#id}
 * @param seenAt when they were last seen
 * @param sightings in how many pictures they were seen
 */
public record TrackedPerson(
    int id,
    Instant seenAt,
    int sightings,
    Motion centerX,
    Motion centerY,
    Motion width,
    Motion height) {

  static TrackedPerson begin(int id, Instant at, Box box) {
    double h = box.height();
    return new TrackedPerson(
        id,
        at,
        1,
        Motion.at(box.centerX(), h),
        Motion.at(box.centerY(), h),
        Motion.at(box.width(), h),
        Motion.at(h, h));
  }

  TrackedPerson after(double seconds) {
    double h = height.position();
    return new TrackedPerson(
        id,
        seenAt,
        sightings,
        centerX.after(seconds, h),
        centerY.after(seconds, h),
        width.after(seconds, h),
        height.after(seconds, h));
  }

  TrackedPerson seen(Instant at, Box box) {
    double h = box.height();
    return new TrackedPerson(
        id,
        at,
        sightings + 1,
        centerX.seenAt(box.centerX(), h),
        centerY.seenAt(box.centerY(), h),
        width.seenAt(box.width(), h),
        height.seenAt(h, h));
  }

  /** Where the person is expected. */
  Box box() {
    double w = Math.max(1, width.position());
    double h = Math.max(1, height.position());
    return new Box(centerX.position() - w / 2, centerY.position() - h / 2, w, h);
  }
}
