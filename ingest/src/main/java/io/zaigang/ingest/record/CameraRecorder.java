package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.RtspInput;
import io.zaigang.ingest.av.StreamFormat;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.SegmentFolder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one camera on a thread of its own, for ever: connects, records, and when that ends, waits
 * and connects again. Nothing that happens here reaches another camera.
 */
final class CameraRecorder implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CameraRecorder.class);

  /** A connection that lasted this long was a good one: the next failure waits shortly again. */
  private static final Duration GOOD_CONNECTION = Duration.ofSeconds(10);

  private static final Duration FOLDER_RETRY = Duration.ofSeconds(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final FootageLog log;
  private final String cameraId;
  private final CameraAddress address;
  private final Map<String, String> environment;
  private final RecorderSettings settings;
  private final CameraStatus status;
  private final Backoff backoff;
  private final FootageLock lock;
  private final CameraLease lease;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private final Instant started = Instant.now();
  private volatile @Nullable RtspInput connection;
  private volatile @Nullable RecordedSpan recorded;
  private @Nullable Instant diskRefusedSince;

  CameraRecorder(
      FootageLog log,
      String cameraId,
      CameraAddress address,
      Map<String, String> environment,
      RecorderSettings settings) {
    this.log = log;
    this.cameraId = cameraId;
    this.address = address;
    this.environment = environment;
    this.settings = settings;
    this.status = new CameraStatus(cameraId);
    this.lock = FootageLock.toRecord(log, cameraId);
    this.lease = new CameraLease(log, cameraId, settings.shard().turn(cameraId), lock);
    this.backoff =
        new Backoff(
            settings.firstBackoff(), settings.longestBackoff(), ThreadLocalRandom.current());
    this.thread = new Thread(this, "record-" + cameraId);
  }

  void start() {
    thread.start();
  }

  CameraAddress address() {
    return address;
  }

  /** Whether nothing is to be expected of it while the camera's own recorder lives. */
  boolean standsBy() {
    return lease.isStandIn() && recorded == null;
  }

  /** Whether it stands in for another recorder, which has come back. */
  boolean isAskedBack() {
    return recorded != null && lease.isAskedBack();
  }

  /** Notes a hole that is growing. */
  void checkpoint() {
    RecordedSpan span = recorded;
    if (span != null) {
      span.checkpoint(Instant.now());
    }
  }

  CameraStatus status() {
    return status;
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  @Override
  public void run() {
    try (lock) {
      while (!isStopping()) {
        try {
          if (lease.take()) {
            recordForEver(lock);
          } else if (!lease.isStandIn()) {
            trouble("another recorder records it already");
          }
        } catch (IOException e) {
          lock.release();
          if (diskRefusedSince == null) {
            diskRefusedSince = Instant.now();
          }
          trouble("its folder cannot be used: " + e.getMessage());
        }
        stopping.await(FOLDER_RETRY.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void recordForEver(FootageLock lock) throws IOException, InterruptedException {
    SegmentRecovery recovery = new SegmentRecovery(log, cameraId, lock);
    recovery.run();
    RecordedSpan span = new RecordedSpan(log, cameraId, status, started);
    if (diskRefusedSince != null) {
      span.stopped(GapCause.DISK_REFUSED, diskRefusedSince);
      diskRefusedSince = null;
    }
    recorded = span;
    while (!isStopping()) {
      long begun = System.nanoTime();
      try {
        recordOnce(recovery, span);
      } catch (AvException | CameraAddress.InvalidAddressException e) {
        span.stopped(GapCause.CAMERA_OFFLINE);
        if (isStopping()) {
          return;
        }
        if (System.nanoTime() - begun > GOOD_CONNECTION.toNanos()) {
          backoff.reset();
        }
        trouble(String.valueOf(e.getMessage()));
      }
      pause();
      status.reconnecting();
    }
  }

  private void recordOnce(SegmentRecovery recovery, RecordedSpan span)
      throws AvException, CameraAddress.InvalidAddressException {
    URI target = address.resolve(environment);
    try (RtspInput input = new RtspInput(settings.packetLimit())) {
      connection = input;
      if (isStopping()) {
        return;
      }
      input.open(target, settings.connectLimit());
      try (StreamFormat format = new StreamFormat(input.announcedFormat());
          Recording recording =
              new Recording(
                  cameraId, SegmentFolder.of(log, cameraId), recovery, span, status, format)) {
        LOG.info("Camera '{}': connected to {}", cameraId, address);
        recording.run(input);
      }
    } finally {
      connection = null;
    }
  }

  private void trouble(String reason) {
    boolean news = !reason.equals(status.trouble());
    status.disconnected(reason);
    if (news) {
      LOG.warn("Camera '{}' at {}: {}; trying again", cameraId, address, reason);
    }
  }

  private void pause() throws InterruptedException {
    if (stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("Camera '{}': stopping", cameraId);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Stops recording; the open segment is finished and kept. Waits for that, but not for ever. */
  @Override
  public void close() {
    signalStop();
    try {
      thread.join(STOP_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins to stop, without waiting. */
  void signalStop() {
    stopping.countDown();
    RtspInput open = connection;
    if (open != null) {
      open.abandon();
    }
  }
}
