package io.zaigang.dashboard.trial;

import io.zaigang.domain.assignment.PostAssignment;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads frames as if other zones had been drawn. The job looks closely at each zone it knows; of a
 * zone it never knew there is only where people were seen in the whole picture. So for zones that
 * moved this is an estimate, worse than the job will be; posts whose zones stayed keep what the job
 * said.
 */
final class MovedZones {

  /** What is said of a post where someone, or nobody, was seen in its zone. */
  private static final double SEEN = 0.99;

  private static final double NOT_SEEN = 0.01;
  private static final double FAIR_SCORE = 0.3;

  private final SitePlan draft;
  private final Map<String, Map<String, Polygon>> movedByCamera = new HashMap<>();

  MovedZones(SitePlan inForce, SitePlan draft) {
    this.draft = draft;
    Map<String, Polygon> known = zones(inForce);
    zones(draft)
        .forEach(
            (key, polygon) -> {
              if (!polygon.equals(known.get(key))) {
                String[] parts = key.split("/", 2);
                movedByCamera
                    .computeIfAbsent(parts[0], camera -> new HashMap<>())
                    .put(parts[1], polygon);
              }
            });
  }

  boolean any() {
    return !movedByCamera.isEmpty();
  }

  FrameDetections read(FrameDetections frame) {
    Map<String, Polygon> moved = movedByCamera.get(frame.cameraId());
    if (moved == null || !frame.usable()) {
      return frame;
    }
    PostAssignment assignment =
        PostAssignment.forCamera(draft, frame.cameraId(), frame.widthPx(), frame.heightPx());
    Map<String, Double> best = new HashMap<>();
    for (PersonDetection person : frame.persons()) {
      Optional<String> post = assignment.postOf(person.box());
      post.ifPresent(id -> best.merge(id, person.score(), Math::max));
    }
    List<PostEvidence> posts = new ArrayList<>();
    frame.posts().stream().filter(p -> !moved.containsKey(p.postId())).forEach(posts::add);
    for (String postId : moved.keySet()) {
      double score = best.getOrDefault(postId, 0.0);
      posts.add(
          new PostEvidence(postId, Map.of("ssd", score), score >= FAIR_SCORE ? SEEN : NOT_SEEN));
    }
    return new FrameDetections(
        frame.cameraId(),
        frame.at(),
        frame.widthPx(),
        frame.heightPx(),
        frame.blind(),
        frame.persons(),
        posts);
  }

  private static Map<String, Polygon> zones(SitePlan plan) {
    Map<String, Polygon> zones = new HashMap<>();
    for (ServiceWindow window : plan.windows()) {
      for (Post post : window.posts()) {
        for (Zone zone : post.zones()) {
          zones.put(zone.cameraId() + "/" + post.id(), zone.polygon());
        }
      }
    }
    return zones;
  }
}
