package io.zaigang.models.presence;

import io.zaigang.domain.presence.PresenceFilter;
import io.zaigang.models.detect.ObjectDetector;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks that look at pictures and post zones, shared by all cameras of a task.
 *
 * <p>Holds native memory: close it after its {@link CameraWatch}es. Not thread-safe, nor are they.
 */
public final class PostWatch implements AutoCloseable {

  private final Searches searches;
  private final PostWatchSettings settings;
  private final PresenceFilter filter;
  private final Runnable release;

  /**
   * @param release gives back what the searches hold
   */
  PostWatch(Searches searches, PostWatchSettings settings, Runnable release) {
    this.searches = searches;
    this.release = release;
    this.settings = settings;
    this.filter = new PresenceFilter(settings.filter());
  }

  /**
   * Loads the models in the roles of crop detector and detector.
   *
   * @throws io.zaigang.models.registry.ModelRegistryException when one is missing or unusable
   */
  @SuppressWarnings("resource") // owned by the watch returned, or closed when one fails
  public static PostWatch open(ModelRegistry registry, PostWatchSettings settings) {
    ModelEntry detector = registry.model(ModelRole.DETECTOR);
    ModelEntry cropDetector = registry.model(ModelRole.CROP_DETECTOR);
    List<ObjectDetector> opened = new ArrayList<>();
    Runnable release = () -> opened.forEach(ObjectDetector::close);
    try {
      opened.add(ObjectDetector.open(detector, settings.whole()));
      opened.add(ObjectDetector.open(cropDetector, settings.first()));
      opened.add(ObjectDetector.open(detector, settings.second()));
      return new PostWatch(
          new Searches(opened.get(0)::detect, opened.get(1)::detect, opened.get(2)::detect),
          settings,
          release);
    } catch (RuntimeException e) {
      release.run();
      throw e;
    }
  }

  /** Begins to watch the zones of one camera; the caller closes it. */
  public CameraWatch camera(List<WatchedZone> zones) {
    return new CameraWatch(this, zones);
  }

  Searches searches() {
    return searches;
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
