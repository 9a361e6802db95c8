package io.zaigang.job.replay;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.replay.RulesReplay;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.analyze.ResultFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Judges a file of detections once, by a plan and by variants of it. */
public final class Replay {

  private final DetectionsFile detections;
  private final SitePlan plan;
  private final Instant from;
  private final Instant to;
  private final Set<String> unknownCameras = new TreeSet<>();
  private long frames;

  /**
   * @param to first instant that was not looked at
   */
  public Replay(DetectionsFile detections, SitePlan plan, Instant from, Instant to) {
    this.detections = detections;
    this.plan = plan;
    this.from = from;
    this.to = to;
  }

  /**
   * Judges by the plan, writes the files, and judges by every other grace on the way.
   *
   * @param progress is told now and then how far it is
   * @return the outcome under each grace; what the plan says is not among them
   */
  public Map<Duration, RulesReplay.Judged> run(
      ResultFiles files, List<Duration> graces, Consumer<String> progress)
      throws IOException, InvalidDetectionsException {
    RulesReplay asPlanned = new RulesReplay(plan, from, to);
    Map<Duration, RulesReplay> variants = new LinkedHashMap<>();
    graces.forEach(
        grace ->
            variants.put(grace, new RulesReplay(OtherGrace.everywhere(plan, grace), from, to)));
    detections.forEach(
        frame -> {
          note(frame, progress);
          asPlanned.take(frame);
          variants.values().forEach(variant -> variant.take(frame));
        });
    RulesReplay.Judged judged = asPlanned.finish();
    files.write(judged.incidents(), judged.minutes(), plan.hall().timeZone());
    return variants.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().finish(),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  /** Cameras of the file that the plan does not have: what they saw counts for nothing. */
  public Set<String> unknownCameras() {
    return Set.copyOf(unknownCameras);
  }

  public long frames() {
    return frames;
  }

  private void note(FrameDetections frame, Consumer<String> progress) {
    frames++;
    progress.accept("%d samples judged, up to %s".formatted(frames, frame.at()));
    if (plan.camera(frame.cameraId()).isEmpty()) {
      unknownCameras.add(frame.cameraId());
    }
  }
}
