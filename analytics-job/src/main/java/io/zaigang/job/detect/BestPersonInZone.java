package io.zaigang.job.detect;

import io.zaigang.domain.assignment.PostAssignment;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.PostZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a post by the best person found in the whole picture whose upper half lies in its zone:
 * each picture by itself, without memory.
 */
public final class BestPersonInZone implements PostObserver {

  /** Cue under which the score is reported. */
  public static final String CUE = "nanodet";

  /** Score at which a person is as likely as not there. */
  private static final double EVEN_SCORE = 0.35;

  private static final double STEEPNESS = 12;
  private static final double NOBODY = 0.02;

  @Override
  public List<PostEvidence> observe(CameraSample.Sampled sample, List<PersonDetection> persons) {
    Map<String, Double> best = new LinkedHashMap<>();
    for (PostZone zone : sample.view().zones()) {
      Polygon pixels =
          zone.polygon().scaled(sample.picture().widthPx(), sample.picture().heightPx());
      best.merge(zone.postId(), bestScore(pixels, persons), Math::max);
    }
    List<PostEvidence> evidence = new ArrayList<>();
    best.forEach(
        (postId, score) ->
            evidence.add(new PostEvidence(postId, Map.of(CUE, score), presence(score))));
    return evidence;
  }

  private static double bestScore(Polygon zone, List<PersonDetection> persons) {
    return persons.stream()
        .filter(p -> zone.shareOf(p.box().upperHalf()) >= PostAssignment.MIN_SHARE)
        .mapToDouble(PersonDetection::score)
        .max()
        .orElse(0);
  }

  private static double presence(double score) {
    return score == 0 ? NOBODY : 1 / (1 + Math.exp(-STEEPNESS * (score - EVEN_SCORE)));
  }

  @Override
  public void remind(CameraSample.Reference reference) {
    // pictures are judged one by one
  }

  @Override
  public int inferences() {
    return 0;
  }

  @Override
  public void close() {
    // holds nothing
  }
}
