package io.zaigang.job.source.reader;

import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.FootageElement;
import io.zaigang.job.source.enumerator.CameraReleased;
import io.zaigang.job.source.enumerator.PlanAnnounced;
import io.zaigang.job.source.split.FootageSplit;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads the cameras that the enumerator gave to one subtask, by the site plan that it announced;
 * passes each new plan on ahead of everything read by it.
 */
public final class FootageReader
    extends SingleThreadMultiplexSourceReaderBase<
        FootageItem, FootageElement, FootageSplit, SplitProgress> {

  /** Decoded pictures that may wait, so that neither decoder nor detector waits for the other. */
  private static final int PICTURES_WAITING = 3;

  private final PlannedViews planned;
  private final Map<String, SplitProgress> progress = new HashMap<>();
  private final Queue<PlanVersion> announced = new ArrayDeque<>();

  public static FootageReader create(
      FootageAccess access, LiveTiming timing, SourceReaderContext context) {
    return new FootageReader(access, timing, new PlannedViews(), context);
  }

  private FootageReader(
      FootageAccess access, LiveTiming timing, PlannedViews planned, SourceReaderContext context) {
    super(
        () -> new FootageSplitReader(access, timing, planned, Clock.systemUTC()),
        new FootageEmitter(timing),
        withSmallQueue(context.getConfiguration()),
        context);
    this.planned = planned;
  }

  private static Configuration withSmallQueue(Configuration given) {
    Configuration own = new Configuration(given);
    own.set(SourceReaderOptions.ELEMENT_QUEUE_CAPACITY, PICTURES_WAITING);
    return own;
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    if (!(event instanceof PlanAnnounced plan)) {
      throw new IllegalStateException("Unknown message of the enumerator: " + event);
    }
    Map<String, CameraView> views = CameraView.byCamera(plan.version().plan());
    progress.forEach(
        (cameraId, camera) -> camera.seenAs(views.getOrDefault(cameraId, camera.view())));
    planned.become(views);
    announced.add(plan.version());
    splitFetcherManager.getQueue().notifyAvailable();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<FootageElement> output) throws Exception {
    PlanVersion plan = announced.poll();
    if (plan != null) {
      output.collect(new FootageElement.PlanInForce(plan), plan.validFrom().toEpochMilli());
      return InputStatus.MORE_AVAILABLE;
    }
    return super.pollNext(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return announced.isEmpty() ? super.isAvailable() : CompletableFuture.completedFuture(null);
  }

  /** Also gives back the pictures that were waiting. */
  @Override
  public void close() throws Exception {
    super.close();
    var queue = splitFetcherManager.getQueue();
    for (var left = queue.poll(); left != null; left = queue.poll()) {
      left.recycle();
    }
  }

  @Override
  protected SplitProgress initializedState(FootageSplit split) {
    CameraView view = planned.byCamera().get(split.cameraId());
    if (view == null) {
      throw new IllegalStateException(
          "Camera '" + split.cameraId() + "' was handed out before the plan that names it");
    }
    SplitProgress started = new SplitProgress(split, view);
    progress.put(split.cameraId(), started);
    return started;
  }

  @Override
  protected FootageSplit toSplitType(String splitId, SplitProgress state) {
    return state.split();
  }

  @Override
  protected void onSplitFinished(Map<String, SplitProgress> finished) {
    for (String cameraId : finished.keySet()) {
      progress.remove(cameraId);
      context.sendSourceEventToCoordinator(new CameraReleased(cameraId));
    }
  }
}
