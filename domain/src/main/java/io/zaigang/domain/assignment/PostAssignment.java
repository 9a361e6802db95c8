package io.zaigang.domain.assignment;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which post a person in one camera's picture belongs to: the one whose zone holds the largest
 * share of the upper half of the box, if that is at least a half. People behind a counter show no
 * feet. As everyone belongs to one post at most, nobody is counted twice in a window.
 */
public final class PostAssignment {

  /** Smallest share of the upper half of a box that must lie in the zone. */
  public static final double MIN_SHARE = 0.5;

  private final List<PostZone> zones;

  private PostAssignment(List<PostZone> zones) {
    this.zones = List.copyOf(zones);
  }

  /** For pictures of the given size from one camera of the plan. */
  public static PostAssignment forCamera(
      SitePlan plan, String cameraId, int widthPx, int heightPx) {
    List<PostZone> zones = new ArrayList<>();
    for (ServiceWindow window : plan.windows()) {
      for (Post post : window.posts()) {
        for (Zone zone : post.zones()) {
          if (zone.cameraId().equals(cameraId)) {
            zones.add(new PostZone(post.id(), zone.polygon().scaled(widthPx, heightPx)));
          }
        }
      }
    }
    return new PostAssignment(zones);
  }

  /**
   * For pictures of the given size.
   *
   * @param zones post by zone, in plan order; polygons in fractions of the picture
   */
  public static PostAssignment ofZones(Map<Polygon, String> zones, int widthPx, int heightPx) {
    List<PostZone> scaled = new ArrayList<>();
    zones.forEach(
        (polygon, postId) -> scaled.add(new PostZone(postId, polygon.scaled(widthPx, heightPx))));
    return new PostAssignment(scaled);
  }

  /** The post that a person with this box is at; on equal shares the first in plan order. */
  public Optional<String> postOf(Box person) {
    Box upperHalf = person.upperHalf();
    String best = null;
    double bestShare = 0;
    for (PostZone zone : zones) {
      double share = zone.polygon().shareOf(upperHalf);
      if (share >= MIN_SHARE && share > bestShare) {
        best = zone.postId();
        bestShare = share;
      }
    }
    return Optional.ofNullable(best);
  }

  private record PostZone(String postId, Polygon polygon) {}
}
