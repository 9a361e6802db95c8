package io.zaigang.ingest.footage;

import io.zaigang.ingest.footage.RetentionReport.Deleted;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Deletes footage whose time is up, and, when the disk is nearly full, the oldest before its time.
 * Never what a {@link FootageHolds hold} covers, and everything that goes is written into the
 * cameras' {@link GapLedger}. One thread calls {@link #run} again and again.
 */
public final class Retention {

  /** What is deleted between two looks at the disk. */
  private static final int BATCH = 200;

  /** Looking for what is too old costs more than looking at the disk, and is in no hurry. */
  private static final Duration BY_AGE_EVERY = Duration.ofMinutes(10);

  /** How long a deletion before its time is reported after it. */
  private static final Duration EARLY_REPORTED = Duration.ofHours(1);

  /** Causes of holes this much older than all footage explain nothing any more. */
  private static final Duration CAUSES_KEPT = Duration.ofDays(400);

  private final FootageLog log;
  private final FootageHolds holds;
  private final DiskSpace disk;
  private volatile RetentionSettings settings;
  private Instant nextByAge = Instant.MIN;
  private Instant earlyUntil = Instant.MIN;

  /** Prepares; nothing is deleted before {@link #run}. */
  public Retention(FootageLog log, FootageHolds holds, DiskSpace disk, RetentionSettings settings) {
    this.log = log;
    this.holds = holds;
    this.disk = disk;
    this.settings = settings;
  }

  /** What counts from the next pass on. */
  public void follow(RetentionSettings others) {
    settings = others;
  }

  /**
   * One pass.
   *
   * @throws IOException where the disk is gone, or a hold cannot be read: nothing is deleted then
   */
  public RetentionReport run(Instant now) throws IOException {
    log.requireDisk();
    Deleted byAge = Deleted.NOTHING;
    if (!now.isBefore(nextByAge)) {
      byAge = deleteByAge(now.minus(settings.keep()));
      nextByAge = now.plus(BY_AGE_EVERY);
    }
    Deleted forSpace = Deleted.NOTHING;
    if (disk.usableBytes() < settings.floorBytes()) {
      forSpace = deleteForSpace(now.minus(settings.untouchable()));
    }
    if (forSpace.segments() > 0) {
      earlyUntil = now.plus(EARLY_REPORTED);
    }
    long usable = disk.usableBytes();
    return new RetentionReport(byAge, forSpace, usable, disk.totalBytes(), state(usable, now));
  }

  private DiskState state(long usable, Instant now) {
    if (usable < settings.floorBytes()) {
      return DiskState.NOTHING_TO_DELETE;
    }
    if (now.isBefore(earlyUntil)) {
      return DiskState.DELETING_EARLY;
    }
    return usable < settings.warnBytes() ? DiskState.LOW : DiskState.ENOUGH;
  }

  private Deleted deleteByAge(Instant before) throws IOException {
    Deleted deleted = Deleted.NOTHING;
    for (String camera : log.cameras()) {
      long deletedBefore = deleted.segments();
      Iterator<Segment> old = oldestFirst(camera, before);
      while (old.hasNext()) {
        deleted = delete(batch(old), deleted);
      }
      removeEmptyDays(camera, before);
      if (deleted.segments() > deletedBefore) {
        GapLedger.of(log, camera).prune(before.minus(CAUSES_KEPT));
      }
    }
    return deleted;
  }

  /** The oldest of all cameras first, until there is room again or nothing may be deleted. */
  private Deleted deleteForSpace(Instant before) throws IOException {
    PriorityQueue<Queued> oldest = new PriorityQueue<>(Comparator.comparing(Queued::start));
    for (String camera : log.cameras()) {
      Queued.next(oldestFirst(camera, before)).ifPresent(oldest::add);
    }
    Deleted deleted = Deleted.NOTHING;
    while (!oldest.isEmpty() && disk.usableBytes() < settings.floorBytes()) {
      List<Segment> batch = new ArrayList<>();
      long missing = settings.floorBytes() - disk.usableBytes();
      while (!oldest.isEmpty() && batch.size() < BATCH && missing > 0) {
        Queued next = oldest.remove();
        if (!holds.covers(next.segment())) {
          batch.add(next.segment());
          missing -= size(next.segment());
        }
        Queued.next(next.rest()).ifPresent(oldest::add);
      }
      deleted = delete(batch, deleted);
    }
    log.cameras().forEach(camera -> removeEmptyDays(camera, before));
    return deleted;
  }

  private List<Segment> batch(Iterator<Segment> segments) throws IOException {
    List<Segment> batch = new ArrayList<>();
    while (segments.hasNext() && batch.size() < BATCH) {
      Segment segment = segments.next();
      if (!holds.covers(segment)) {
        batch.add(segment);
      }
    }
    return batch;
  }

  /** Segments that ended before an instant; days are listed as they are come to. */
  private Iterator<Segment> oldestFirst(String camera, Instant before) {
    LocalDate last = SegmentName.day(before);
    return log.days(camera).headSet(last, true).stream()
        .map(day -> log.listing(camera, day))
        .flatMap(DayListing::segments)
        .takeWhile(segment -> !segment.end().isAfter(before))
        .iterator();
  }

  private Deleted delete(List<Segment> batch, Deleted before) throws IOException {
    boolean noted = note(batch);
    Deleted deleted = before;
    for (Segment segment : batch) {
      long size = size(segment);
      if (Files.deleteIfExists(segment.file())) {
        deleted = deleted.plus(segment, size);
      }
    }
    if (!noted) {
      // A disk without a single free byte takes the note only now.
      note(batch);
    }
    return deleted;
  }

  /** Written before anything goes, so that no hole is left without its cause. */
  private boolean note(List<Segment> batch) {
    Map<String, List<Gap>> gone = new LinkedHashMap<>();
    for (Segment segment : batch) {
      gone.computeIfAbsent(segment.cameraId(), id -> new ArrayList<>())
          .add(new Gap(segment.start(), segment.end(), GapCause.DELETED));
    }
    boolean noted = true;
    for (Map.Entry<String, List<Gap>> camera : gone.entrySet()) {
      try {
        GapLedger.of(log, camera.getKey()).deleted(camera.getValue());
      } catch (IOException full) {
        noted = false;
      }
    }
    return noted;
  }

  private void removeEmptyDays(String camera, Instant before) {
    LocalDate last = SegmentName.day(before);
    for (LocalDate day : log.days(camera).headSet(last, false)) {
      Path folder = log.cameraFolder(camera).resolve(day.toString());
      try {
        if (log.listing(camera, day).size() == 0) {
          Files.deleteIfExists(folder.resolve(HeadIndex.FILE_NAME));
          Files.delete(folder);
        }
      } catch (IOException notEmptyOrRefused) {
        // Something else is in it; or the next pass tries again: an empty folder takes no room.
      }
    }
  }

  private static long size(Segment segment) {
    return new File(segment.file().toString()).length();
  }
}
