package io.zaigang.job.detect;

import io.zaigang.job.source.CameraSample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * How detection does: by camera the media time it has come to, the samples and the blind ones; the
 * time a picture takes. Flink has no way to take a metric back, so a camera that left the plan
 * keeps its last figures until the job starts anew.
 */
final class DetectionMetrics {

  private static final int PICTURES_REMEMBERED = 500;

  private final MetricGroup group;
  private final Histogram judgeMillis;
  private final Map<String, OfCamera> cameras = new HashMap<>();

  private record OfCamera(Counter samples, Counter blind, AtomicLong newestMillis) {}

  DetectionMetrics(MetricGroup group) {
    this.group = group;
    this.judgeMillis =
        group.histogram("judgeMillis", new DescriptiveStatisticsHistogram(PICTURES_REMEMBERED));
  }

  /** One sample came, with a usable picture or not. */
  void sample(CameraSample sample, Sight sight) {
    OfCamera camera = cameras.computeIfAbsent(sample.view().cameraId(), this::register);
    camera.samples().inc();
    if (sight == Sight.BLIND) {
      camera.blind().inc();
    }
    camera.newestMillis().set(sample.at().toEpochMilli());
  }

  /** A picture was judged; all models together took this long. */
  void judged(Duration took) {
    judgeMillis.update(took.toMillis());
  }

  /** Cameras that are read elsewhere from now on count there. */
  void keepOnly(Set<String> cameraIds) {
    cameras.keySet().retainAll(cameraIds);
  }

  private OfCamera register(String cameraId) {
    MetricGroup own = group.addGroup("camera", cameraId);
    AtomicLong newest = new AtomicLong();
    own.gauge("lagSeconds", () -> lagSeconds(newest.get()));
    return new OfCamera(own.counter("samples"), own.counter("blindSamples"), newest);
  }

  private static double lagSeconds(long newestMillis) {
    Instant newest = Instant.ofEpochMilli(newestMillis);
    return Duration.between(newest, Clock.systemUTC().instant()).toMillis() / 1000.0;
  }

  /** Whether a sample showed something. */
  enum Sight {
    USABLE,
    BLIND
  }
}
