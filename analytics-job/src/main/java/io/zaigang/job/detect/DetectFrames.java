package io.zaigang.job.detect;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.tracking.Track;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.rules.WindowOpening;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.site.PlanVersionCodec;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.FootageElement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Turns each sample into what it shows, and gives its pixels back. Chained to the source: it takes
 * pictures by reference from the reader's thread, and so needs no state of its own.
 */
public final class DetectFrames extends ProcessFunction<FootageElement, FrameDetections> {

  private static final long serialVersionUID = 1;

  /** What each frame says about each service window that its camera looks at. */
  public static final OutputTag<WindowObservation> OBSERVATIONS =
      new OutputTag<>("observations", JobTypes.OBSERVATION);

  /** How many people stand together in each staff area that its camera looks at. */
  public static final OutputTag<GatheringSample> GATHERINGS =
      new OutputTag<>("gatherings", JobTypes.GATHERING_SAMPLE);

  /** Every site plan that comes into force; once from each reader. */
  public static final OutputTag<PlanVersion> PLANS =
      new OutputTag<>("plans", PlanVersionCodec.TYPE);

  /** Names of what this counts, as accumulators of the job. */
  public static final String FRAMES_DECODED = "framesDecoded";

  public static final String FRAMES_ANALYSED = "framesAnalysed";
  public static final String INFERENCES = "inferences";
  public static final String BLIND_SAMPLES = "blindSamples";

  private final FrameJudge.Factory judgeFactory;

  private final LongCounter framesDecoded = new LongCounter();
  private final LongCounter framesAnalysed = new LongCounter();
  private final LongCounter inferences = new LongCounter();
  private final LongCounter blindSamples = new LongCounter();

  private transient @Nullable SitePlan plan;
  private transient @Nullable FrameJudge judge;
  private transient @Nullable FollowedPeople people;
  private transient @Nullable DetectionMetrics metrics;

  public DetectFrames(FrameJudge.Factory judgeFactory) {
    this.judgeFactory = judgeFactory;
  }

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(FRAMES_DECODED, framesDecoded);
    getRuntimeContext().addAccumulator(FRAMES_ANALYSED, framesAnalysed);
    getRuntimeContext().addAccumulator(INFERENCES, inferences);
    getRuntimeContext().addAccumulator(BLIND_SAMPLES, blindSamples);
    judge = judgeFactory.open();
    people = new FollowedPeople();
    metrics = new DetectionMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(
      FootageElement element, Context context, Collector<FrameDetections> out) {
    try (element) {
      if (element instanceof FootageElement.PlanInForce announced) {
        plan = announced.version().plan();
        Set<String> planned = CameraView.byCamera(announced.version().plan()).keySet();
        opened(judge).keepOnly(planned);
        opened(people).keepOnly(planned);
        opened(metrics).keepOnly(planned);
        context.output(PLANS, announced.version());
        WindowOpening.ofAll(announced.version().plan(), announced.version().validFrom())
            .forEach(opening -> context.output(OBSERVATIONS, opening));
      } else {
        see((CameraSample) element, context, out);
      }
    }
  }

  private void see(CameraSample sample, Context context, Collector<FrameDetections> out) {
    if (sample instanceof CameraSample.Reference reference) {
      opened(judge).remind(reference);
      return;
    }
    FrameDetections frame = undecoded(sample);
    List<Track> tracks = List.of();
    if (sample instanceof CameraSample.Sampled sampled) {
      frame = judged(sampled);
      tracks = opened(people).in(frame, sampled.memory());
    }
    if (!frame.usable()) {
      blindSamples.add(1);
    }
    opened(metrics)
        .sample(
            sample, frame.usable() ? DetectionMetrics.Sight.USABLE : DetectionMetrics.Sight.BLIND);
    out.collect(frame);
    WindowObservation.of(frame, tracks, opened(plan))
        .forEach(seen -> context.output(OBSERVATIONS, seen));
    GatheringSample.of(frame, opened(plan)).forEach(seen -> context.output(GATHERINGS, seen));
  }

  private FrameDetections judged(CameraSample.Sampled sample) {
    long began = System.nanoTime();
    FrameDetections frame = Rounding.of(opened(judge).judge(sample));
    opened(metrics).judged(Duration.ofNanos(System.nanoTime() - began));
    framesDecoded.add(sample.framesDecoded());
    framesAnalysed.add(1);
    inferences.add(opened(judge).inferences());
    return frame;
  }

  private static FrameDetections undecoded(CameraSample sample) {
    BlindCause cause =
        sample instanceof CameraSample.Blind blind ? blind.cause() : BlindCause.UNDECODABLE;
    return new FrameDetections(
        sample.view().cameraId(), sample.at(), 0, 0, cause, List.of(), List.of());
  }

  @Override
  public void close() {
    if (judge != null) {
      judge.close();
    }
  }

  private static <T> T opened(@Nullable T opened) {
    if (opened == null) {
      throw new IllegalStateException("Used before it was opened");
    }
    return opened;
  }
}
