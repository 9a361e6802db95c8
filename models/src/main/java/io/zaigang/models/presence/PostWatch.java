package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilter;
import io.zaigang.models.detect.ObjectDetector;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.util.List;

/**
 * The networks that look at post zones, shared by all cameras of a task.
 *
 * <p>Holds native memory: close it after its {@link CameraWatch}es. Not thread-safe, nor are they.
 */
public final class PostWatch implements AutoCloseable {

  private final ObjectSearch first;
  private final ObjectSearch second;
  private final PostWatchSettings settings;
  private final PresenceFilter filter;
  private final Runnable release;

  /**
   * @param release gives back what the searches hold
   */
  PostWatch(ObjectSearch first, ObjectSearch second, PostWatchSettings settings, Runnable release) {
    this.first = first;
    this.second = second;
    this.release = release;
    this.settings = settings;
    this.filter = new PresenceFilter(settings.filter());
  }

  /**
   * Loads the models in the roles of crop detector and detector.
   *
   * @throws io.zaigang.models.registry.ModelRegistryException when one is missing or unusable
   */
  public static PostWatch open(ModelRegistry registry, PostWatchSettings settings) {
    ObjectDetector first =
        ObjectDetector.open(registry.model(ModelRole.CROP_DETECTOR), settings.first());
    try {
      ObjectDetector second =
          ObjectDetector.open(registry.model(ModelRole.DETECTOR), settings.second());
      return new PostWatch(
          first::detect,
          second::detect,
          settings,
          () -> {
            first.close();
            second.close();
          });
    } catch (RuntimeException e) {
      first.close();
      throw e;
    }
  }

  /** Begins to watch the zones of one camera; the caller closes it. */
  public CameraWatch camera(List<WatchedZone> zones) {
    return new CameraWatch(this, zones);
  }

  ObjectSearch first() {
    return first;
  }

  ObjectSearch second() {
    return second;
  }

  PostWatchSettings settings() {
    return settings;
  }

  PresenceFilter filter() {
    return filter;
  }

  @Override
  public void close() {
    release.run();
  }
}
