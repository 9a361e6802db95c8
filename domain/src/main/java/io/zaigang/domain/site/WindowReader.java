package io.zaigang.domain.site;

import io.zaigang.domain.geometry.Polygon;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code windows}, with their posts and zones. */
final class WindowReader {

  private static final int MAX_POSTS = 100;

  private final IdRegister cameraIds;
  private final IdRegister windowIds = new IdRegister("window");
  private final IdRegister postIds = new IdRegister("post");
  private final @Nullable RuleSettings hallRules;
  private final List<Camera> cameras;

  /**
   * @param cameras null where they are wrong themselves
   * @param hallRules null where they are wrong themselves: overrides are then not checked together
   */
  WindowReader(
      IdRegister cameraIds, @Nullable List<Camera> cameras, @Nullable RuleSettings hallRules) {
    this.cameraIds = cameraIds;
    this.cameras = cameras == null ? List.of() : cameras;
    this.hallRules = hallRules;
  }

  /** Reads all of them. */
  @Nullable List<ServiceWindow> section(Field field) {
    return windowIds.section(field, this::read);
  }

  /** Ids of the windows read so far. */
  IdRegister windowIds() {
    return windowIds;
  }

  private @Nullable ServiceWindow read(Field field) {
    MappingFields fields =
        field.mapping("id", "name", "unit", "kind", "minOnPost", "posts", "rules");
    if (fields == null) {
      return null;
    }
    String id = fields.required("id", windowIds::claim);
    String name = fields.required("name", Field::name);
    String unit = fields.required("unit", Field::name);
    WindowKind kind = fields.optional("kind", WindowKind.COUNTER, f -> f.oneOf(WindowKind.class));
    List<Post> posts = fields.required("posts", this::posts);
    int most = posts == null ? MAX_POSTS : posts.size();
    Integer minOnPost = fields.optional("minOnPost", 1, f -> minOnPost(f, most));
    RuleOverrides rules = fields.optional("rules", RuleOverrides.NONE, this::rules);
    if (posts != null && rules != null && hallRules != null) {
      checkBlindAfter(field, posts, rules.over(hallRules).blindAfter());
    }
    return id == null
            || name == null
            || unit == null
            || kind == null
            || posts == null
            || minOnPost == null
            || rules == null
        ? null
        : new ServiceWindow(id, name, unit, kind, minOnPost, posts, rules);
  }

  private void checkBlindAfter(Field field, List<Post> posts, Duration blindAfter) {
    for (Camera camera : cameras) {
      boolean looksHere =
          posts.stream()
              .flatMap(post -> post.zones().stream())
              .anyMatch(zone -> zone.cameraId().equals(camera.id()));
      if (looksHere && camera.samplingInterval().compareTo(blindAfter) >= 0) {
        field.problem(
            PlanMistake.BLIND_BETWEEN_SAMPLES, blindAfter, camera.id(), camera.samplingInterval());
      }
    }
  }

  private static @Nullable Integer minOnPost(Field field, int posts) {
    Integer value = field.wholeNumber(1, MAX_POSTS);
    return value == null || value <= posts
        ? value
        : field.problem(PlanMistake.MORE_THAN_POSTS, value, posts);
  }

  private @Nullable RuleOverrides rules(Field field) {
    RuleOverrides rules = RulesReader.read(field);
    if (rules != null && hallRules != null) {
      RulesReader.checkTogether(field, rules.over(hallRules));
    }
    return rules;
  }

  private @Nullable List<Post> posts(Field field) {
    List<Post> posts = field.listOf(this::post);
    if (posts == null) {
      return null;
    }
    return posts.isEmpty() || posts.size() > MAX_POSTS
        ? field.problem(PlanMistake.POST_COUNT, MAX_POSTS, posts.size())
        : posts;
  }

  private @Nullable Post post(Field field) {
    MappingFields fields = field.mapping("id", "name", "zones");
    if (fields == null) {
      return null;
    }
    String id = fields.required("id", postIds::claim);
    String name = fields.required("name", Field::name);
    List<Zone> zones = fields.required("zones", this::zones);
    return id == null || name == null || zones == null ? null : new Post(id, name, zones);
  }

  private @Nullable List<Zone> zones(Field field) {
    List<Zone> zones = field.listOf(this::zone);
    if (zones == null) {
      return null;
    }
    if (zones.isEmpty()) {
      return field.problem(PlanMistake.NO_ZONE);
    }
    Set<String> cameras = new HashSet<>();
    for (Zone zone : zones) {
      if (!cameras.add(zone.cameraId())) {
        field.problem(PlanMistake.TWO_ZONES, zone.cameraId());
      }
    }
    return zones;
  }

  private @Nullable Zone zone(Field field) {
    MappingFields fields = field.mapping("camera", "polygon");
    if (fields == null) {
      return null;
    }
    String camera = fields.required("camera", cameraIds::resolve);
    Polygon polygon = fields.required("polygon", PolygonReader::read);
    return camera == null || polygon == null ? null : new Zone(camera, polygon);
  }
}
