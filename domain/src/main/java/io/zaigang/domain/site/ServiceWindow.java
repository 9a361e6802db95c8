package io.zaigang.domain.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 窗口: a counter of one unit (主管单位), with one or more posts.
 *
 * @param minOnPost people that must be on post at any moment of working time
 * @param rules where this window differs from the hall, see {@link SitePlan#rulesFor}
 */
public record ServiceWindow(
    String id,
    String name,
    String unit,
    WindowKind kind,
    int minOnPost,
    List<Post> posts,
    RuleOverrides rules) {

  public ServiceWindow {
    posts = List.copyOf(posts);
  }

  /** Cameras that see any post of this window, in plan order. */
  public Set<String> cameraIds() {
    Set<String> ids = new LinkedHashSet<>();
    posts.forEach(post -> post.zones().forEach(zone -> ids.add(zone.cameraId())));
    return ids;
  }
}
