package io.zaigang.job.detect;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.job.rules.WindowOpening;
import io.zaigang.job.serial.JobTypes;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.site.PlanVersionCodec;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.FootageElement;
import java.util.List;
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

  /** Every site plan that comes into force; once from each reader. */
  public static final OutputTag<PlanVersion> PLANS =
      new OutputTag<>("plans", PlanVersionCodec.TYPE);

  /** Names of what this counts, as accumulators of the job. */
  public static final String FRAMES_DECODED = "framesDecoded";

  public static final String FRAMES_ANALYSED = "framesAnalysed";
  public static final String INFERENCES = "inferences";
  public static final String BLIND_SAMPLES = "blindSamples";

  private final PersonFinder.Factory finderFactory;
  private final PostObserver.Factory observerFactory;

  private final LongCounter framesDecoded = new LongCounter();
  private final LongCounter framesAnalysed = new LongCounter();
  private final LongCounter inferences = new LongCounter();
  private final LongCounter blindSamples = new LongCounter();

  private transient @Nullable SitePlan plan;
  private transient @Nullable PersonFinder finder;
  private transient @Nullable PostObserver observer;

  public DetectFrames(PersonFinder.Factory finderFactory, PostObserver.Factory observerFactory) {
    this.finderFactory = finderFactory;
    this.observerFactory = observerFactory;
  }

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(FRAMES_DECODED, framesDecoded);
    getRuntimeContext().addAccumulator(FRAMES_ANALYSED, framesAnalysed);
    getRuntimeContext().addAccumulator(INFERENCES, inferences);
    getRuntimeContext().addAccumulator(BLIND_SAMPLES, blindSamples);
    finder = finderFactory.open();
    observer = observerFactory.open();
  }

  @Override
  public void processElement(
      FootageElement element, Context context, Collector<FrameDetections> out) {
    try (element) {
      if (element instanceof FootageElement.PlanInForce announced) {
        plan = announced.version().plan();
        context.output(PLANS, announced.version());
        WindowOpening.ofAll(announced.version().plan(), announced.version().validFrom())
            .forEach(opening -> context.output(OBSERVATIONS, opening));
      } else {
        see((CameraSample) element, context, out);
      }
    }
  }

  private void see(CameraSample sample, Context context, Collector<FrameDetections> out) {
    PostObserver posts = opened(observer);
    if (sample instanceof CameraSample.Reference reference) {
      posts.remind(reference);
      return;
    }
    FrameDetections frame =
        sample instanceof CameraSample.Sampled sampled ? judge(sampled, posts) : blind(sample);
    out.collect(frame);
    WindowObservation.of(frame, opened(plan)).forEach(seen -> context.output(OBSERVATIONS, seen));
  }

  private FrameDetections blind(CameraSample sample) {
    BlindCause cause =
        sample instanceof CameraSample.Blind blind ? blind.cause() : BlindCause.UNDECODABLE;
    blindSamples.add(1);
    return new FrameDetections(
        sample.view().cameraId(), sample.at(), 0, 0, cause, List.of(), List.of());
  }

  private FrameDetections judge(CameraSample.Sampled sample, PostObserver posts) {
    BgrPicture picture = sample.picture();
    List<PersonDetection> persons =
        opened(finder).find(picture).stream().map(Rounding::of).toList();
    List<PostEvidence> evidence =
        posts.observe(sample, persons).stream().map(Rounding::of).toList();
    framesDecoded.add(sample.framesDecoded());
    framesAnalysed.add(1);
    inferences.add(1 + posts.inferences());
    return new FrameDetections(
        sample.view().cameraId(),
        sample.at(),
        picture.widthPx(),
        picture.heightPx(),
        null,
        persons,
        evidence);
  }

  @Override
  public void close() {
    if (finder != null) {
      finder.close();
    }
    if (observer != null) {
      observer.close();
    }
  }

  private static <T> T opened(@Nullable T opened) {
    if (opened == null) {
      throw new IllegalStateException("Used before it was opened");
    }
    return opened;
  }
}
