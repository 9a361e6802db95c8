package io.zaigang.ingest.record;

import io.zaigang.domain.site.Camera;
import io.zaigang.ingest.footage.FootageLog;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the cameras of a site plan, each on its own thread. {@link #reconcile} brings what is
 * recorded into line with what should be, and is called again and again.
 */
public final class Recorder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final FootageLog log;
  private final Map<String, String> environment;
  private final RecorderSettings settings;
  private final Map<String, CameraRecorder> recorders = new LinkedHashMap<>();

  /**
   * Prepares a recorder; nothing runs before {@link #reconcile}.
   *
   * @param environment where {@code {NAME}} in addresses is looked up, each time a camera is
   *     connected to; may grow
   */
  public Recorder(FootageLog log, Map<String, String> environment, RecorderSettings settings) {
    this.log = log;
    this.environment = environment;
    this.settings = settings;
  }

  /**
   * Starts what is not recorded and should be, stops what should not, restarts what has died, and
   * gives back what another recorder has asked for.
   */
  public synchronized void reconcile(Collection<Camera> cameras) {
    Map<String, CameraAddress> wanted = new LinkedHashMap<>();
    cameras.forEach(camera -> wanted.put(camera.id(), new CameraAddress(camera.url())));
    Map<String, CameraRecorder> unwanted = new LinkedHashMap<>();
    recorders.forEach(
        (id, running) -> {
          if (!running.address().equals(wanted.get(id))
              || !running.isAlive()
              || running.isAskedBack()) {
            unwanted.put(id, running);
          }
        });
    stop(unwanted);
    wanted.forEach(this::startIfNew);
    recorders.values().forEach(CameraRecorder::checkpoint);
  }

  /** Told all at once, so that many cameras take no longer to stop than one. */
  private void stop(Map<String, CameraRecorder> unwanted) {
    unwanted.values().forEach(CameraRecorder::signalStop);
    unwanted.forEach(
        (id, running) -> {
          LOG.info("Camera '{}': recording stops", id);
          running.close();
          recorders.remove(id);
        });
  }

  private void startIfNew(String cameraId, CameraAddress address) {
    if (!recorders.containsKey(cameraId)) {
      CameraRecorder recorder = new CameraRecorder(log, cameraId, address, environment, settings);
      recorders.put(cameraId, recorder);
      recorder.start();
    }
  }

  /** How each camera does, by id; those apart that it only stands by for. */
  public synchronized List<CameraStatus> statuses() {
    return recorders.values().stream()
        .filter(recorder -> !recorder.standsBy())
        .map(CameraRecorder::status)
        .sorted(Comparator.comparing(CameraStatus::cameraId))
        .toList();
  }

  /** Stops everything; open segments are finished and kept. */
  @Override
  public synchronized void close() {
    recorders.values().forEach(CameraRecorder::signalStop);
    recorders.values().forEach(CameraRecorder::close);
    recorders.clear();
  }
}
