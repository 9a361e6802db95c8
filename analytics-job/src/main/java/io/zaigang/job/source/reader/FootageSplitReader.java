package io.zaigang.job.source.reader;

import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.split.FootageSplit;
import io.zaigang.job.source.split.MemoryImage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the cameras of one reader in its fetching thread, always the one furthest behind, so that
 * no camera runs away from the others.
 *
 * <p>One item a fetch: together with the small hand-over queue this bounds the decoded pictures in
 * memory. All methods but {@link #wakeUp} run in the fetching thread.
 */
final class FootageSplitReader implements SplitReader<FootageItem, FootageSplit> {

  private static final Duration SILENCE_REPEAT = Duration.ofSeconds(1);

  /** It takes listing the days of a camera. */
  private static final Duration UNFINISHED_REPEAT = Duration.ofSeconds(5);

  private final FootageAccess access;
  private final LiveTiming timing;
  private final PlannedViews planned;
  private final Clock clock;
  private final Map<String, OpenCamera> cameras = new LinkedHashMap<>();
  private final Set<String> finished = new HashSet<>();
  private Map<String, CameraView> followed = Map.of();
  private @Nullable FootageItem lastRead;
  private final Semaphore wake = new Semaphore(0);

  FootageSplitReader(FootageAccess access, LiveTiming timing, PlannedViews planned, Clock clock) {
    this.access = access;
    this.timing = timing;
    this.planned = planned;
    this.clock = clock;
  }

  @Override
  public RecordsWithSplitIds<FootageItem> fetch() {
    FetchedItems batch = new FetchedItems();
    Instant now = clock.instant();
    followPlan();
    boolean read = readOne(batch, now);
    boolean said = reportSilence(batch, now);
    if (!read && !said && finished.isEmpty()) {
      pause();
    }
    batch.addFinished(finished);
    finished.clear();
    return batch;
  }

  /** Lets go of cameras that left the plan; reads on at the new rate where that has changed. */
  private void followPlan() {
    Map<String, CameraView> views = planned.byCamera();
    if (views == followed) {
      return;
    }
    followed = views;
    for (OpenCamera camera : List.copyOf(cameras.values())) {
      CameraView view = views.get(camera.id);
      if (view == null) {
        letGo(camera.id);
      } else {
        camera.readAt(view.analysisFps());
      }
    }
  }

  /** False when no camera had anything. */
  private boolean readOne(FetchedItems batch, Instant now) {
    List<OpenCamera> ready = new ArrayList<>();
    for (OpenCamera camera : cameras.values()) {
      if (!camera.paused && !camera.nextPoll.isAfter(now)) {
        ready.add(camera);
      }
    }
    ready.sort(Comparator.comparing(camera -> camera.footage.position()));
    for (OpenCamera camera : ready) {
      FootageItem item = camera.footage.next();
      if (item != null) {
        camera.silent = false;
        camera.nextUnfinished = Instant.MIN;
        batch.add(camera.id, item);
        lastRead = item;
        return true;
      }
      if (camera.footage.ending() == CameraFootage.Ending.DONE) {
        letGo(camera.id);
        return true;
      }
      camera.nextPoll = now.plus(timing.poll());
    }
    return false;
  }

  /** False when no camera has been silent for long, or all of that has been said. */
  private boolean reportSilence(FetchedItems batch, Instant now) {
    Instant expected = now.minus(timing.silentAfter());
    boolean allSilent =
        cameras.values().stream().allMatch(c -> c.footage.position().isBefore(expected));
    boolean said = false;
    for (OpenCamera camera : cameras.values()) {
      if (camera.silentSince(expected, now)) {
        said |=
            camera.findsUnfinished(now)
                || reportSilence(camera, batch, now, allSilent ? expected : null);
      }
    }
    return said;
  }

  private boolean reportSilence(
      OpenCamera camera, FetchedItems batch, Instant now, @Nullable Instant allSilentUntil) {
    if (allSilentUntil != null) {
      if (now.isBefore(camera.nextSilence)) {
        return false;
      }
      camera.nextSilence = now.plus(SILENCE_REPEAT);
      camera.silent = false;
      batch.add(camera.id, new FootageItem.AllSilent(allSilentUntil));
      return true;
    }
    if (camera.silent) {
      return false;
    }
    camera.silent = true;
    batch.add(camera.id, new FootageItem.Silent());
    return true;
  }

  private void pause() {
    try {
      if (wake.tryAcquire(timing.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void handleSplitsChanges(SplitsChange<FootageSplit> change) {
    if (!(change instanceof SplitsAddition<FootageSplit>)) {
      throw new UnsupportedOperationException("Unknown change of splits: " + change);
    }
    for (FootageSplit split : change.splits()) {
      CameraView view = planned.byCamera().get(split.cameraId());
      if (view == null) {
        finished.add(split.cameraId()); // left the plan just now
      } else {
        cameras.put(split.cameraId(), new OpenCamera(split, view.analysisFps()));
      }
    }
  }

  private void letGo(String cameraId) {
    OpenCamera camera = cameras.remove(cameraId);
    if (camera != null) {
      camera.footage.close();
      finished.add(cameraId);
    }
  }

  @Override
  public void pauseOrResumeSplits(
      Collection<FootageSplit> toPause, Collection<FootageSplit> toResume) {
    toPause.forEach(split -> setPaused(split.cameraId(), true));
    toResume.forEach(split -> setPaused(split.cameraId(), false));
  }

  private void setPaused(String cameraId, boolean paused) {
    OpenCamera camera = cameras.get(cameraId);
    if (camera != null) {
      camera.paused = paused;
    }
  }

  @Override
  public void wakeUp() {
    wake.release();
  }

  @Override
  public void close() {
    if (lastRead != null) {
      lastRead.discard(); // it may not have been handed over
    }
    cameras.values().forEach(camera -> camera.footage.close());
    cameras.clear();
  }

  /** A camera being read. */
  private final class OpenCamera {
    private final String id;
    private final @Nullable Long endMillis;
    private double analysisFps;
    private CameraFootage footage;
    private Instant nextPoll = Instant.MIN;
    private Instant nextSilence = Instant.MIN;
    private Instant nextUnfinished = Instant.MIN;
    private boolean paused;
    private boolean silent;

    private OpenCamera(FootageSplit split, double analysisFps) {
      this.id = split.cameraId();
      this.endMillis = split.endMillis();
      this.analysisFps = analysisFps;
      this.footage = access.open(split, analysisFps);
    }

    /**
     * Before it counts as silent: what a dead recorder left is read at once, not when it is back.
     */
    private boolean findsUnfinished(Instant now) {
      if (now.isBefore(nextUnfinished)) {
        return false;
      }
      nextUnfinished = now.plus(UNFINISHED_REPEAT);
      boolean found = footage.takeUnfinished();
      if (found) {
        nextPoll = Instant.MIN;
      }
      return found;
    }

    private void readAt(double newFps) {
      if (newFps == analysisFps) {
        return;
      }
      analysisFps = newFps;
      long position = footage.position().toEpochMilli();
      footage.close();
      footage =
          access.open(new FootageSplit(id, position, endMillis, null, MemoryImage.EMPTY), newFps);
    }

    /** Asked just now, had nothing, and should have had something by then. */
    private boolean silentSince(Instant expected, Instant now) {
      return nextPoll.isAfter(now) && !paused && footage.position().isBefore(expected);
    }
  }
}
