package io.zaigang.domain.tracking;

import java.util.List;

/**
 * What one picture gives.
 *
 * @param tracks the people seen in it, by index of their detection; detections too weak to begin a
 *     track have none
 */
public record TrackerStep(TrackerState state, List<Track> tracks) {

  public TrackerStep {
    tracks = List.copyOf(tracks);
  }
}
