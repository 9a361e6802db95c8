package io.zaigang.job.benchmark;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.BareDecoding;
import io.zaigang.ingest.av.GrabbedFrames;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.job.analyze.RunCost;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.PersonDetector;
import io.zaigang.models.registry.ModelRegistry;
import java.nio.file.Path;
import java.util.List;

/**
 * How it is usually done: every frame decoded, five a second sampled, a detector run on each. In
 * its favour, nothing is asked about single posts.
 */
final class UsualWay {

  private static final int SAMPLES_A_SECOND = 5;

  private final ModelRegistry registry;
  private final int every;

  UsualWay(ModelRegistry registry, double framesPerSecond) {
    this.registry = registry;
    this.every = (int) Math.max(1, Math.round(framesPerSecond / SAMPLES_A_SECOND));
  }

  /** With JavaCV's grabber, which converts every frame it gives. */
  double cpuSeconds(Path video) throws AvException {
    try (PersonDetector detector = PersonDetector.open(registry, DetectorSettings.DEFAULT)) {
      RunCost cost = RunCost.start();
      GrabbedFrames.forEach(video, every, detector::detect);
      return cost.cpuSeconds();
    }
  }

  /** The leanest form of it: only what is sampled is converted. */
  double leanCpuSeconds(List<Segment> segments) throws AvException {
    try (PersonDetector detector = PersonDetector.open(registry, DetectorSettings.DEFAULT)) {
      RunCost cost = RunCost.start();
      for (Segment segment : segments) {
        BareDecoding.everyFrame(segment, every, detector::detect);
      }
      return cost.cpuSeconds();
    }
  }
}
