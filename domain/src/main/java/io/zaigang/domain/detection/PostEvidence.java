package io.zaigang.domain.detection;

import java.util.Map;

/**
 * What one frame says about one post that its camera sees.
 *
 * @param postId the post
 * @param evidence observation by cue name, each 0 to 1; a cue that was not asked is absent
 * @param presence probability, after this frame, that someone is at the post
 */
public record PostEvidence(String postId, Map<String, Double> evidence, double presence) {

  public PostEvidence {
    evidence = Map.copyOf(evidence);
  }
}
