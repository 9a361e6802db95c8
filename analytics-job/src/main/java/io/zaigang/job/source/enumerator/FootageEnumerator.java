package io.zaigang.job.source.enumerator;

import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.site.PlanFeed;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.source.split.FootageSplit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the cameras of the site plan to the readers, evenly, and follows the plan while the job
 * runs.
 *
 * <p>Cameras are handed out once every reader is there, so that the first to come does not get them
 * all. After a restart the readers report what their state held and all of it is dealt out again:
 * the load stays even when the parallelism has changed. All methods run in the coordinator's
 * thread, except {@link PlanFeed#plan}.
 */
public final class FootageEnumerator implements SplitEnumerator<FootageSplit, EnumeratorState> {

  private static final Logger LOG = LoggerFactory.getLogger(FootageEnumerator.class);

  private final SplitEnumeratorContext<FootageSplit> context;
  private final PlanFeed feed;
  private final FootageSpan span;
  private final Clock clock;
  private final SplitTracker tracker;
  private PlanVersion plan;
  private boolean awaitingReports;
  private boolean feedTroubled;

  /** For a job that starts afresh. */
  public FootageEnumerator(
      SplitEnumeratorContext<FootageSplit> context, PlanFeed feed, FootageSpan span, Clock clock) {
    this.context = context;
    this.feed = feed;
    this.span = span;
    this.clock = clock;
    this.tracker = new SplitTracker(span);
    this.plan = PlanVersion.from(feed.initialPlan(), span.from());
  }

  /** For a job that goes on from a checkpoint; the plan may have changed meanwhile. */
  public FootageEnumerator(
      SplitEnumeratorContext<FootageSplit> context,
      PlanFeed feed,
      FootageSpan span,
      Clock clock,
      EnumeratorState restored) {
    this.context = context;
    this.feed = feed;
    this.span = span;
    this.clock = clock;
    this.tracker = SplitTracker.restored(span, restored);
    this.awaitingReports = true;
    PlanVersion now = PlanVersion.from(feed.initialPlan(), clock.instant());
    boolean same = now.document().equals(restored.plan().document());
    this.plan = same ? restored.plan() : now;
  }

  @Override
  public void start() {
    follow(plan);
    long everyMillis = feed.pollEvery().toMillis();
    if (everyMillis > 0) {
      context.callAsync(feed::plan, this::planFetched, everyMillis, everyMillis);
    }
  }

  @Override
  public void addReader(int subtask) {
    context.sendEventToSourceReader(subtask, new PlanAnnounced(plan));
    ReaderInfo reader = context.registeredReaders().get(subtask);
    if (reader != null) {
      tracker.takeBack(subtask, reader.<FootageSplit>getReportedSplitsOnRegistration());
    }
    handOut();
  }

  @Override
  public void addSplitsBack(List<FootageSplit> splits, int subtask) {
    tracker.takeBack(subtask, splits);
    handOut();
  }

  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    if (event instanceof CameraReleased released) {
      LOG.info("Camera '{}': no longer read", released.cameraId());
      tracker.released(released.cameraId(), clock.instant());
      handOut();
    }
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String requesterHostname) {
    // Readers do not ask: cameras are dealt out as soon as all readers are there.
  }

  @Override
  public EnumeratorState snapshotState(long checkpointId) {
    return new EnumeratorState(plan, tracker.waiting(), tracker.handedOut());
  }

  @Override
  public void close() {}

  private void planFetched(@Nullable SitePlan fetched, @Nullable Throwable failure) {
    if (fetched == null) {
      if (!feedTroubled) {
        feedTroubled = true;
        LOG.warn("Site plan: {}; going on with the one in force", reason(failure));
      }
      return;
    }
    feedTroubled = false;
    PlanVersion next = PlanVersion.from(fetched, clock.instant());
    if (next.document().equals(plan.document())) {
      return;
    }
    plan = next;
    follow(plan);
    readers().forEach(reader -> context.sendEventToSourceReader(reader, new PlanAnnounced(plan)));
    handOut();
  }

  private void follow(PlanVersion version) {
    List<String> cameraIds = version.plan().cameras().stream().map(Camera::id).toList();
    LOG.info("Site plan in force since {}: cameras {}", version.validFrom(), cameraIds);
    tracker.follow(cameraIds, clock.instant());
  }

  private void handOut() {
    Set<Integer> readers = readers();
    if (readers.size() < context.currentParallelism()) {
      return;
    }
    if (awaitingReports) {
      awaitingReports = false;
      tracker.recoverUnreported(clock.instant());
    }
    Map<Integer, List<FootageSplit>> assignment = tracker.handOut(readers);
    if (!assignment.isEmpty()) {
      LOG.info("Cameras by reader: {}", assignment);
      context.assignSplits(new SplitsAssignment<>(assignment));
    }
    if (span.bounded()) {
      readers.forEach(context::signalNoMoreSplits);
    }
  }

  private Set<Integer> readers() {
    return context.registeredReaders().keySet();
  }

  private static String reason(@Nullable Throwable failure) {
    return failure == null ? "no answer" : failure.toString();
  }
}
