package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import java.time.Instant;
import java.util.List;

/**
 * What a clip should show.
 *
 * @param cameraId whose footage
 * @param stretches in order, not overlapping; shown one right after the other
 * @param chapters in order; those outside of what the clip shows are left out
 * @param anchor the moment that matters: where the camera changed its format within the clip, the
 *     part that shows this moment is what is kept
 */
public record ClipPlan(
    String cameraId, List<Stretch> stretches, List<Chapter> chapters, Instant anchor) {

  public ClipPlan {
    stretches = List.copyOf(stretches);
    chapters = List.copyOf(chapters);
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("A clip shows something");
    }
    for (int i = 1; i < stretches.size(); i++) {
      if (stretches.get(i).from().isBefore(stretches.get(i - 1).to())) {
        throw new IllegalArgumentException(
            "Stretches of a clip are in order, not " + stretches.get(i - 1) + stretches.get(i));
      }
    }
  }

  /** One stretch without chapters. */
  public static ClipPlan of(String cameraId, Instant from, Instant to) {
    return new ClipPlan(cameraId, List.of(new Stretch(from, to)), List.of(), from);
  }

  /** What is missing of the footage asked for, in order. */
  public List<Gap> gaps(FootageLog log) {
    return stretches.stream()
        .flatMap(stretch -> log.gaps(cameraId, stretch.from(), stretch.to()).stream())
        .toList();
  }

  public Instant from() {
    return stretches.get(0).from();
  }

  public Instant to() {
    return stretches.get(stretches.size() - 1).to();
  }
}
