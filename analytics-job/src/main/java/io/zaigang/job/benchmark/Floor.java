package io.zaigang.job.benchmark;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.BareDecoding;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.job.analyze.RunCost;
import io.zaigang.models.detect.BareInference;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.imaging.OpenCv;
import io.zaigang.models.presence.PostWatchSettings;
import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What no pipeline can do without: decoding the same key frames, and running the same networks as
 * often on tensors of the same sizes, one thread each and nothing around it.
 */
final class Floor implements AutoCloseable {

  private final ModelRegistry registry;
  private final Map<String, Box> cropByPost = new HashMap<>();
  private final Map<NetworkOnSize, BareInference> networks = new HashMap<>();

  private record NetworkOnSize(String modelId, InputSize size) {}

  Floor(ModelRegistry registry, SitePlan plan) {
    this.registry = registry;
    for (Post post : plan.windows().get(0).posts()) {
      cropByPost.put(
          post.id(),
          post.zones().get(0).polygon().bounds().enlarged(PostWatchSettings.DEFAULT.cropFactor()));
    }
  }

  /** CPU seconds for these segments and for what was asked of the networks in these frames. */
  double cpuSeconds(List<Segment> segments, List<FrameDetections> frames) throws AvException {
    Map<NetworkOnSize, Long> inferences = inferences(frames);
    RunCost cost = RunCost.start();
    for (Segment segment : segments) {
      BareDecoding.keyFrames(segment);
    }
    inferences.forEach(
        (network, times) -> Objects.requireNonNull(networks.get(network)).run(times));
    return cost.cpuSeconds();
  }

  @Override
  public void close() {
    networks.values().forEach(BareInference::close);
  }

  private Map<NetworkOnSize, Long> inferences(List<FrameDetections> frames) {
    Map<NetworkOnSize, Long> inferences = new HashMap<>();
    ModelEntry detector = registry.model(ModelRole.DETECTOR);
    ModelEntry cropDetector = registry.model(ModelRole.CROP_DETECTOR);
    PostWatchSettings posts = PostWatchSettings.DEFAULT;
    for (FrameDetections frame : frames) {
      if (frame.usable()) {
        Box whole = new Box(0, 0, frame.widthPx(), frame.heightPx());
        add(inferences, detector, DetectorSettings.DEFAULT, whole);
        for (PostEvidence post : frame.posts()) {
          Box crop = crop(post.postId(), frame);
          if (post.evidence().containsKey(PresenceFilterSettings.SSD)) {
            add(inferences, cropDetector, posts.first(), crop);
          }
          if (post.evidence().containsKey(PresenceFilterSettings.NANODET)) {
            add(inferences, detector, posts.second(), crop);
          }
        }
      }
    }
    return inferences;
  }

  /** The first runs allocate what later ones reuse. */
  private static BareInference warm(BareInference network) {
    network.run(2);
    return network;
  }

  private Box crop(String postId, FrameDetections frame) {
    Box share = cropByPost.get(postId);
    if (share == null) {
      throw new IllegalArgumentException("The benchmark's plan has no post " + postId);
    }
    double width = frame.widthPx();
    double height = frame.heightPx();
    return OpenCv.wholePixels(
        new Box(
            share.x() * width, share.y() * height, share.width() * width, share.height() * height),
        frame.widthPx(),
        frame.heightPx());
  }

  private void add(
      Map<NetworkOnSize, Long> inferences, ModelEntry model, DetectorSettings settings, Box part) {
    InputSize size = BareInference.inputSize(model, settings, part);
    NetworkOnSize network = new NetworkOnSize(model.id(), size);
    networks.computeIfAbsent(network, key -> warm(BareInference.open(model, size)));
    inferences.merge(network, 1L, Long::sum);
  }
}
