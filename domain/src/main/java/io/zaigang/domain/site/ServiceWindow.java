package io.zaigang.domain.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 窗口: a counter of one unit (主管单位), with one or more posts.
 *
 * @param minOnPost people that must be on post at any moment of working time
 * @param rules the rules in force here, already merged with the hall's; null: the hall's own
 */
public record ServiceWindow(
    String id,
    String name,
    String unit,
    WindowKind kind,
    int minOnPost,
    List<Post> posts,
    @Nullable RuleSettings rules) {

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
