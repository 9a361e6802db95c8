package io.zaigang.job;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.rules.JudgeAreas;
import io.zaigang.job.rules.JudgeServiceWindows;
import io.zaigang.job.rules.PlanHistory;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.source.FootageElement;
import io.zaigang.job.source.FootageSource;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

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
  private final JudgeServiceWindows judgeWindows;
  private final JudgeAreas judgeAreas;
  private final JobSinks sinks;

  public AnalyticsJob(
      FootageSource footage,
      DetectFrames detect,
      JudgeServiceWindows judgeWindows,
      JudgeAreas judgeAreas,
      JobSinks sinks) {
    this.footage = footage;
    this.detect = detect;
    this.judgeWindows = judgeWindows;
    this.judgeAreas = judgeAreas;
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
    BroadcastStream<PlanVersion> plans =
        frames.getSideOutput(DetectFrames.PLANS).broadcast(PlanHistory.STATE);

    SingleOutputStreamOperator<Incident> ofWindows =
        frames
            .getSideOutput(DetectFrames.OBSERVATIONS)
            .keyBy(WindowObservation::windowId)
            .connect(plans)
            .process(judgeWindows, JobTypes.INCIDENT)
            .name("rules")
            .uid("rules");
    SingleOutputStreamOperator<Incident> ofAreas =
        frames
            .getSideOutput(DetectFrames.GATHERINGS)
            .keyBy(GatheringSample::areaId)
            .connect(plans)
            .process(judgeAreas, JobTypes.INCIDENT)
            .name("area rules")
            .uid("area-rules");

    ofWindows
        .union(ofAreas)
        .sinkTo(sinks.incidents())
        .setParallelism(1)
        .name("incidents")
        .uid("incidents");
    ofWindows
        .getSideOutput(JudgeServiceWindows.OCCUPANCY)
        .sinkTo(sinks.occupancy())
        .setParallelism(1)
        .name("occupancy")
        .uid("occupancy");
    ofWindows
        .getSideOutput(JudgeServiceWindows.PRESENCE)
        .sinkTo(sinks.presence())
        .setParallelism(1)
        .name("presence")
        .uid("presence");
    frames.sinkTo(sinks.detections()).setParallelism(1).name("detections").uid("detections");
  }
}
