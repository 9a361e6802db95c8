package io.zaigang.job;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.source.FootageElement;
import io.zaigang.job.source.FootageSource;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Footage in, incidents out.
 *
 * <pre>
 * footage ─▶ detect ─▶ what each frame says of each window ──▶ rules of windows ─▶ incidents, occupancy, presence
 *              ├─────▶ how people stand in each staff area ──▶ rules of areas ───▶ incidents
 *              └─────▶ the site plan, when it changes ───────▶ both
 * </pre>
 *
 * <p>Pixels end in "detect", which is chained to the source; only detections are shuffled. Sources
 * and sinks are given, so the same job runs over recorded footage, live, and in tests.
 */
public final class AnalyticsJob {

  /** Cameras far ahead of others wait: what is ahead must be kept until the others have come. */
  private static final Duration CAMERAS_APART_AT_MOST = Duration.ofMinutes(10);

  private static final Duration ALIGN_EVERY = Duration.ofMillis(200);
  private static final String CAMERAS = "cameras";

  private final FootageSource footage;
  private final DetectFrames detect;
  private final @Nullable Instant end;
  private final JobSinks sinks;

  /**
   * @param end where a bounded run ends; null for one without end
   */
  public AnalyticsJob(
      FootageSource footage, DetectFrames detect, @Nullable Instant end, JobSinks sinks) {
    this.footage = footage;
    this.detect = detect;
    this.end = end;
    this.sinks = sinks;
  }

  /** Adds the job to an environment, which must have been prepared by {@link JobSettings}. */
  public void addTo(StreamExecutionEnvironment environment) {
    DataStream<FootageElement> samples =
        environment
            .fromSource(
                footage,
                WatermarkStrategy.<FootageElement>noWatermarks()
                    .withWatermarkAlignment(CAMERAS, CAMERAS_APART_AT_MOST, ALIGN_EVERY),
                "footage")
            .uid("footage");

    SingleOutputStreamOperator<FrameDetections> frames =
        samples.process(detect, JobTypes.FRAME).name("detect").uid("detect");
    new RulesGraph(end, sinks)
        .add(
            frames.getSideOutput(DetectFrames.OBSERVATIONS),
            frames.getSideOutput(DetectFrames.GATHERINGS),
            frames.getSideOutput(DetectFrames.PLANS));
    frames.sinkTo(sinks.detections()).setParallelism(1).name("detections").uid("detections");
  }
}
