package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.DiskSpace;
import io.zaigang.ingest.footage.DiskState;
import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Retention;
import io.zaigang.ingest.footage.RetentionReport;
import io.zaigang.ingest.footage.RetentionReport.Deleted;
import io.zaigang.ingest.footage.RetentionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the disk once a minute on a thread of its own: retention, and saying how much room
 * there is. Whatever goes wrong is said, and tried again a minute later. Of several recorders on
 * one log, one does it.
 */
public final class DiskKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskKeeper.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration WARN_AGAIN = Duration.ofHours(6);

  private final FootageLock right;
  private final Retention retention;
  private final @Nullable Path reportFile;
  private final DiskForecast forecast = new DiskForecast();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread keeper = new Thread(task, "disk-keeper");
            keeper.setDaemon(true);
            return keeper;
          });
  private volatile RetentionSettings settings;
  private volatile DiskStatus status = DiskStatus.UNKNOWN;
  private @Nullable String warned;
  private Instant warnAgainAt = Instant.MIN;

  private DiskKeeper(
      FootageLock right,
      Retention retention,
      RetentionSettings settings,
      @Nullable Path reportFile) {
    this.right = right;
    this.retention = retention;
    this.settings = settings;
    this.reportFile = reportFile;
  }

  /** For the disk that holds a log; nothing runs before {@link #start}. */
  public static DiskKeeper of(FootageLog log, FootageHolds holds, RetentionSettings settings) {
    return new DiskKeeper(
        FootageLock.toDelete(log),
        new Retention(log, holds, DiskSpace.of(log), settings),
        settings,
        null);
  }

  /** The same, not yet started, which leaves a {@link DiskReport} behind at every look. */
  public DiskKeeper reportingTo(Path file) {
    return new DiskKeeper(right, retention, settings, file);
  }

  /** How long footage is kept from the next look on. */
  public void keep(Duration time) {
    RetentionSettings before = settings;
    if (!before.keep().equals(time)) {
      settings = before.keeping(time);
      retention.follow(settings);
      LOG.info(
          "Footage is kept for {} days from now on, not {}", time.toDays(), before.keep().toDays());
    }
  }

  /** Looks now, and every minute from now on. */
  public void start() {
    thread.scheduleWithFixedDelay(
        () -> look(Instant.now()), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  public DiskStatus status() {
    return status;
  }

  /** One look; never throws, so that there is another. */
  void look(Instant now) {
    try {
      if (!right.acquire()) {
        return; // another recorder on this log is just at it
      }
      RetentionReport report = retention.run(now);
      status = statusAfter(report, now);
      tell(report);
      warn(reasonToWarn(report.state()), now);
    } catch (IOException | RuntimeException e) {
      String reason = "retention stands still: " + e.getMessage();
      status = status.failing(reason);
      warn(reason, now);
    } finally {
      right.release();
    }
    report(now);
  }

  private void report(Instant now) {
    Path file = reportFile;
    if (file == null) {
      return;
    }
    try {
      DiskReport.of(status, settings, now).write(file);
    } catch (IOException | RuntimeException e) {
      // A disk that takes nothing is told by status and log; the old report says by its time.
      LOG.debug("{} cannot be written: {}", file, e.toString());
    }
  }

  private DiskStatus statusAfter(RetentionReport report, Instant now) {
    DiskStatus before = status;
    return new DiskStatus(
        report.state(),
        null,
        report.usableBytes(),
        report.totalBytes(),
        forecast.daysLeft(report, now),
        before.deletedByAge() + report.byAge().segments(),
        before.deletedForSpace() + report.forSpace().segments());
  }

  private void tell(RetentionReport report) {
    Deleted byAge = report.byAge();
    if (byAge.segments() > 0) {
      LOG.info(
          "Deleted {} segments ({} MB) older than {} days",
          byAge.segments(),
          megabytes(byAge.bytes()),
          settings.keep().toDays());
    }
    Deleted forSpace = report.forSpace();
    if (forSpace.segments() > 0) {
      LOG.warn(
          "The disk is nearly full: deleted {} segments ({} MB) before their time; gone until {}",
          forSpace.segments(),
          megabytes(forSpace.bytes()),
          forSpace.until());
    }
  }

  private @Nullable String reasonToWarn(DiskState state) {
    return switch (state) {
      case ENOUGH -> null;
      case LOW -> "there is little room for footage; the oldest will go before its time";
      case DELETING_EARLY -> "footage is deleted before its time for want of room";
      case NOTHING_TO_DELETE ->
          "the disk is nearly full, and all footage left on it is held or of today";
    };
  }

  private void warn(@Nullable String reason, Instant now) {
    if (reason != null && (!reason.equals(warned) || now.isAfter(warnAgainAt))) {
      LOG.warn(
          "Footage disk: {}; {} MB are free, {} MB are needed",
          reason,
          megabytes(status.usableBytes()),
          megabytes(settings.warnBytes()));
      warnAgainAt = now.plus(WARN_AGAIN);
    }
    warned = reason;
  }

  private static long megabytes(long bytes) {
    return bytes / 1_000_000;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
