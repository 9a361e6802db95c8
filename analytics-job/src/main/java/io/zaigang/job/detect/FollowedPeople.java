package io.zaigang.job.detect;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.tracking.Track;
import io.zaigang.domain.tracking.Tracker;
import io.zaigang.domain.tracking.TrackerSettings;
import io.zaigang.domain.tracking.TrackerState;
import io.zaigang.domain.tracking.TrackerStateCodec;
import io.zaigang.domain.tracking.TrackerStep;
import io.zaigang.job.source.CameraMemory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows people from picture to picture of each camera that a task reads. Who was followed is part
 * of the camera's memory, and so survives a restart.
 */
public final class FollowedPeople {

  private static final String TRACKS = "tracks";

  private final Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
  private final Map<String, Followed> cameras = new HashMap<>();

  /** The people of a frame who are known from earlier ones, or are from now on. */
  public List<Track> in(FrameDetections frame, CameraMemory memory) {
    if (!frame.usable()) {
      return List.of();
    }
    Followed followed = followed(frame.cameraId(), memory);
    TrackerStep step = tracker.update(followed.state, frame.at(), frame.persons());
    followed.state = step.state();
    return step.tracks();
  }

  /** Cameras that are planned; what is held of others can go. */
  void keepOnly(Set<String> cameraIds) {
    cameras.keySet().retainAll(cameraIds);
  }

  private Followed followed(String cameraId, CameraMemory memory) {
    Followed known = cameras.get(cameraId);
    if (known != null && known.memory == memory) {
      return known;
    }
    TrackerState state =
        memory.restored(TRACKS).map(FollowedPeople::fromBytes).orElse(TrackerState.INITIAL);
    Followed begun = new Followed(memory, state);
    memory.keep(TRACKS, () -> toBytes(begun.state));
    cameras.put(cameraId, begun);
    return begun;
  }

  private static byte[] toBytes(TrackerState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TrackerStateCodec.write(state, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("Tracks could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private static TrackerState fromBytes(byte[] bytes) {
    try {
      return TrackerStateCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("Tracks of a checkpoint could not be read", e);
    }
  }

  /** One camera's tracks and the memory they are stored in. */
  private static final class Followed {
    private final CameraMemory memory;
    private TrackerState state;

    Followed(CameraMemory memory, TrackerState state) {
      this.memory = memory;
      this.state = state;
    }
  }
}
