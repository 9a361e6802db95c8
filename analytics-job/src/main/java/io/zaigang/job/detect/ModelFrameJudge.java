package io.zaigang.job.detect;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.job.source.CameraMemory;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.CameraView;
import io.zaigang.models.phone.HeadChoice;
import io.zaigang.models.phone.PhoneUseDetector;
import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.presence.CameraLook;
import io.zaigang.models.presence.CameraWatch;
import io.zaigang.models.presence.CameraWatchState;
import io.zaigang.models.presence.PostWatch;
import io.zaigang.models.presence.PostWatchSettings;
import io.zaigang.models.presence.WatchedZone;
import io.zaigang.models.registry.ModelRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges frames with the configured models: the camera's condition, its posts from picture to
 * picture, everyone in the whole picture, and phones in use by those on post.
 */
final class ModelFrameJudge implements FrameJudge {

  private static final String WATCH = "watch";

  private final PostWatch posts;
  private final PhoneUseDetector phones;
  private final SecondLooks secondLooks;
  private final Map<String, Watched> cameras = new HashMap<>();
  private int inferences;

  ModelFrameJudge(ModelRegistry registry) {
    posts = PostWatch.open(registry, PostWatchSettings.DEFAULT);
    phones = PhoneUseDetector.open(registry, SecondLookSettings.DEFAULT);
    secondLooks = new SecondLooks(phones::lookAtAll);
  }

  @Override
  public FrameDetections judge(CameraSample.Sampled sample) {
    CameraWatch watch = watch(sample.view(), sample.memory());
    BgrPicture picture = sample.picture();
    CameraLook look = watch.look(sample.at(), picture);
    inferences += watch.takeInferences();
    phones.use(sample.view().taughtHead() ? HeadChoice.TAUGHT : HeadChoice.SHIPPED);
    List<PersonDetection> found = secondLooks.at(sample, look.persons());
    inferences += secondLooks.takeLooks() * phones.inferencesPerLook();
    return new FrameDetections(
        sample.view().cameraId(),
        sample.at(),
        picture.widthPx(),
        picture.heightPx(),
        look.blind(),
        found,
        look.posts());
  }

  @Override
  public void remind(CameraSample.Reference reference) {
    watch(reference.view(), reference.memory()).remind(reference.at(), reference.picture());
  }

  /** Begun with what is remembered; anew, from the same memory, when the zones have changed. */
  private CameraWatch watch(CameraView view, CameraMemory memory) {
    Watched watched = cameras.get(view.cameraId());
    if (watched != null && watched.view().zones().equals(view.zones())) {
      return watched.watch();
    }
    CameraWatch begun =
        posts.camera(
            view.zones().stream()
                .map(zone -> new WatchedZone(zone.postId(), zone.polygon()))
                .toList());
    if (watched == null) {
      memory.restored(WATCH).map(CameraWatchState::of).ifPresent(begun::recall);
    } else {
      begun.recall(watched.watch().state());
      watched.watch().close();
    }
    memory.keep(WATCH, () -> begun.state().toBytes());
    cameras.put(view.cameraId(), new Watched(view, begun));
    return begun;
  }

  @Override
  public int inferences() {
    int count = inferences;
    inferences = 0;
    return count;
  }

  @Override
  public void keepOnly(Set<String> cameraIds) {
    cameras.values().stream()
        .filter(camera -> !cameraIds.contains(camera.view().cameraId()))
        .forEach(camera -> camera.watch().close());
    cameras.keySet().retainAll(cameraIds);
  }

  @Override
  public void close() {
    keepOnly(Set.of());
    phones.close();
    posts.close();
  }

  private record Watched(CameraView view, CameraWatch watch) {}
}
