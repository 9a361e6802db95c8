package io.zaigang.domain.window;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one sampled picture of one camera says about the posts of one service window.
 *
 * @param at media time, cut to milliseconds
 * @param blind why the picture could not be used; null when it could
 * @param readings the window's posts that this camera sees; none when the picture was not usable
 */
public record WindowObservation(
    String windowId,
    String cameraId,
    Instant at,
    @Nullable BlindCause blind,
    List<PostReading> readings) {

  private static final List<String> DETECTORS =
      List.of(PresenceFilterSettings.SSD, PresenceFilterSettings.NANODET);

  /** From here on a score is likelier where someone is than where nobody is, by the filter. */
  private static final double FOUND_SCORE = 0.2;

  /** By time; what several cameras saw at the same instant by camera id. */
  public static final Comparator<WindowObservation> ORDER =
      Comparator.comparing(WindowObservation::at).thenComparing(WindowObservation::cameraId);

  public WindowObservation {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    readings = List.copyOf(readings);
    if (blind != null && !readings.isEmpty()) {
      throw new IllegalArgumentException(
          "Camera '" + cameraId + "' at " + at + ": a picture that is " + blind + " shows no post");
    }
  }

  /** One observation for every service window that the frame's camera looks at, in plan order. */
  public static List<WindowObservation> of(FrameDetections frame, SitePlan plan) {
    List<WindowObservation> observations = new ArrayList<>();
    for (ServiceWindow window : plan.windows()) {
      if (window.cameraIds().contains(frame.cameraId())) {
        observations.add(of(frame, window));
      }
    }
    return observations;
  }

  private static WindowObservation of(FrameDetections frame, ServiceWindow window) {
    Set<String> postIds =
        window.posts().stream().map(post -> post.id()).collect(Collectors.toSet());
    List<PostReading> readings = new ArrayList<>();
    if (frame.usable()) {
      for (PostEvidence post : frame.posts()) {
        if (postIds.contains(post.postId())) {
          readings.add(new PostReading(post.postId(), post.presence(), found(post)));
        }
      }
    }
    return new WindowObservation(
        window.id(), frame.cameraId(), frame.at(), frame.blind(), readings);
  }

  /** Where no detector says anything, the presence itself is all there is. */
  private static boolean found(PostEvidence post) {
    List<Double> scores =
        DETECTORS.stream()
            .map(cue -> post.evidence().get(cue))
            .filter(score -> score != null)
            .toList();
    return scores.isEmpty() || scores.stream().anyMatch(score -> score >= FOUND_SCORE);
  }
}
