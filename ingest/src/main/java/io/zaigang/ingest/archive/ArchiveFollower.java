package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.FootageHolds;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.record.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an archive up with the footage log: copies, deletes what is too old, and waits out a store
 * that is away, saying once that it is and once that it is well again. One thread.
 */
public final class ArchiveFollower {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFollower.class);
  private static final int PER_CAMERA = 32;
  private static final Duration DELETE_EVERY = Duration.ofHours(1);
  private static final long MEGABYTE = 1_000_000;

  private final FootageLog log;
  private final FootageHolds holds;
  private final Archive archive;
  private final @Nullable ArchiveRetention retention;
  private final FootageCopier copier;
  private final LedgerCopier ledgers;
  private final Backoff backoff;
  private final Duration every;
  private Instant deleteNext = Instant.MIN;
  private boolean reached;
  private volatile @Nullable String trouble;

  /**
   * Prepares; nothing is sent yet.
   *
   * @param work what is done beside copying
   */
  public ArchiveFollower(FootageLog log, FootageHolds holds, Archive archive, ArchiveWork work) {
    this.log = log;
    this.holds = holds;
    this.archive = archive;
    Duration keep = work.keep();
    this.retention = keep == null ? null : new ArchiveRetention(log, holds, keep);
    FootageCopier all =
        FootageCopier.of(
            log, archive, segment -> retention == null || retention.keeps(segment, Instant.now()));
    this.copier = work.verify() ? all.verifying() : all;
    this.ledgers = new LedgerCopier(log, archive);
    this.every = work.every();
    this.backoff = new Backoff(work.firstWait(), work.longestWait(), new SplittableRandom());
  }

  /**
   * Copies all there is now, then returns.
   *
   * @throws IOException where the archive is away or refuses
   */
  public ArchiveReport once() throws IOException {
    CopyRound done = CopyRound.NOTHING;
    CopyRound round;
    do {
      round = round();
      done = done.plus(round);
    } while (round.more());
    return new ArchiveReport(done.segments(), done.bytes(), ledgers.run(), delete());
  }

  /**
   * Goes on until told to end. What the archive refuses ends it only if it refused from the start;
   * later somebody may be at work there.
   */
  public void follow(CountDownLatch told) throws IOException, InterruptedException {
    Duration wait = Duration.ZERO;
    while (!told.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        boolean more = round().more();
        if (!more) {
          ledgers.run();
          deleteHourly(Instant.now());
        }
        wait = more ? Duration.ZERO : every;
        well();
      } catch (ArchiveRefusedException e) {
        if (!reached) {
          throw e;
        }
        wait = waitOut(e);
      } catch (IOException e) {
        wait = waitOut(e);
      }
    }
  }

  /** Why the archive cannot be reached at present; empty while it can. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private CopyRound round() throws IOException {
    log.requireDisk();
    if (!reached) {
      // A wrong key is to be told at once, also while there is nothing to copy yet.
      archive.folders(ArchivedNames.ROOT);
    }
    CopyRound round = copier.round(PER_CAMERA, Instant.now());
    if (round.segments() > 0) {
      LOG.info("Archived {} segments ({} MB)", round.segments(), round.bytes() / MEGABYTE);
    }
    return round;
  }

  private void deleteHourly(Instant now) throws IOException {
    if (now.isBefore(deleteNext)) {
      return;
    }
    int deleted = delete();
    deleteNext = now.plus(DELETE_EVERY);
    if (deleted > 0) {
      LOG.info("Deleted {} segments from the archive whose time is up", deleted);
    }
  }

  private int delete() throws IOException {
    FetchHold.releaseExpired(holds, Instant.now());
    return retention == null ? 0 : retention.run(archive, Instant.now());
  }

  private Duration waitOut(IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (trouble == null) {
      LOG.warn("{}; footage waits here and archiving goes on by itself", reason);
    }
    trouble = reason;
    return backoff.next();
  }

  private void well() {
    if (trouble != null) {
      LOG.info("The archive is well again");
    }
    trouble = null;
    reached = true;
    backoff.reset();
  }
}
