package io.zaigang.ingest.archive;

import io.zaigang.ingest.clip.Sha256;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Copies finished segments into an archive, a bounded number a round: of the newest day, so that
 * what was just recorded is soon in two places, and of the oldest day that is not complete there,
 * so that it is before retention comes to it.
 *
 * <p>What the archive has, its own listing tells; nothing is written down here. A segment never
 * changes under its name and appears in the archive whole, so name and size are enough; only after
 * that was asked for ({@link #verifying}) are SHA-256 sums compared as well. One thread.
 */
final class FootageCopier {

  /** A folder changed more recently may change again without its time stamp showing it. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  private final FootageLog log;
  private final Archive archive;
  private final Wanted wanted;
  private final boolean verify;
  private final Map<Folder, FileTime> complete = new HashMap<>();
  private final Map<Folder, Set<String>> archived = new HashMap<>();
  private int listed;

  /** Which segments belong into the archive. */
  interface Wanted {
    boolean test(Segment segment) throws IOException;
  }

  private record Folder(String cameraId, LocalDate day) {}

  private FootageCopier(FootageLog log, Archive archive, Wanted wanted, boolean verify) {
    this.log = log;
    this.archive = archive;
    this.wanted = wanted;
    this.verify = verify;
  }

  /** Copies the segments that are wanted. */
  static FootageCopier of(FootageLog log, Archive archive, Wanted wanted) {
    return new FootageCopier(log, archive, wanted, false);
  }

  /** The same, which sends again what the archive has with another SHA-256. */
  FootageCopier verifying() {
    return new FootageCopier(log, archive, wanted, true);
  }

  /**
   * One round.
   *
   * @param perCamera most segments of a camera and day to copy
   */
  CopyRound round(int perCamera, Instant now) throws IOException {
    TreeMap<LocalDate, List<String>> days = incomplete();
    if (days.isEmpty()) {
      return CopyRound.NOTHING;
    }
    CopyRound done = copy(days.lastKey(), days.lastEntry().getValue(), perCamera, now);
    for (LocalDate day : days.headMap(days.lastKey()).keySet()) {
      int listedBefore = listed;
      CopyRound old = copy(day, days.getOrDefault(day, List.of()), perCamera, now);
      done = done.plus(old);
      if (old.segments() > 0 || listed > listedBefore) {
        return done.plus(CopyRound.MORE); // back to the newest before the next old one
      }
    }
    return done;
  }

  private TreeMap<LocalDate, List<String>> incomplete() throws IOException {
    TreeMap<LocalDate, List<String>> days = new TreeMap<>();
    for (String camera : log.cameras()) {
      for (LocalDate day : log.days(camera)) {
        FileTime known = complete.get(new Folder(camera, day));
        if (known == null || !known.equals(changed(path(camera, day)))) {
          days.computeIfAbsent(day, any -> new ArrayList<>()).add(camera);
        }
      }
    }
    return days;
  }

  private CopyRound copy(LocalDate day, List<String> cameras, int perCamera, Instant now)
      throws IOException {
    CopyRound done = CopyRound.NOTHING;
    for (String camera : cameras) {
      Folder folder = new Folder(camera, day);
      FileTime changed = changed(path(camera, day));
      List<Segment> missing = missing(folder);
      for (Segment segment : missing.subList(0, Math.min(perCamera, missing.size()))) {
        done = done.plus(send(folder, segment));
      }
      if (missing.size() > perCamera) {
        done = done.plus(CopyRound.MORE);
      } else if (changed.toInstant().isBefore(now.minus(SETTLED))) {
        complete.put(folder, changed);
        forgetNames(now);
      }
    }
    return done;
  }

  /** Names are remembered as long as a day grows; an old day that changes is listed again. */
  private void forgetNames(Instant now) {
    LocalDate growing = SegmentName.day(now).minusDays(1);
    archived
        .keySet()
        .removeIf(folder -> folder.day().isBefore(growing) && complete.containsKey(folder));
  }

  private List<Segment> missing(Folder folder) throws IOException {
    Set<String> there = archived.get(folder);
    if (there == null) {
      there = compared(folder);
      archived.put(folder, there);
      listed++;
    }
    List<Segment> missing = new ArrayList<>();
    for (Segment segment : segments(folder)) {
      if (!there.contains(segment.fileName()) && wanted.test(segment)) {
        missing.add(segment);
      }
    }
    return missing;
  }

  /** What of this day the archive has as it is here. */
  private Set<String> compared(Folder folder) throws IOException {
    Map<String, Long> sizes =
        archive.list(ArchivedNames.day(folder.cameraId(), folder.day())).stream()
            .collect(Collectors.toMap(StoredFile::fileName, StoredFile::bytes, (a, b) -> b));
    Set<String> same = new HashSet<>();
    for (Segment segment : segments(folder)) {
      Long bytes = sizes.get(segment.fileName());
      if (bytes != null && same(segment, bytes)) {
        same.add(segment.fileName());
      }
    }
    return same;
  }

  private boolean same(Segment segment, long bytes) throws IOException {
    try {
      return Files.size(segment.file()) == bytes
          && (!verify
              || archive
                  .sha256(ArchivedNames.of(segment))
                  .equals(Optional.of(Sha256.of(segment.file()))));
    } catch (NoSuchFileException deletedMeanwhile) {
      return true;
    }
  }

  private List<Segment> segments(Folder folder) {
    Instant from = folder.day().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = folder.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return log.segments(folder.cameraId(), from, to).stream()
        .filter(segment -> !segment.start().isBefore(from))
        .toList();
  }

  private CopyRound send(Folder folder, Segment segment) throws IOException {
    try {
      long bytes = Files.size(segment.file());
      archive.put(ArchivedNames.of(segment), segment.file(), Sha256.of(segment.file()));
      archived.getOrDefault(folder, new HashSet<>()).add(segment.fileName());
      return new CopyRound(1, bytes, false);
    } catch (NoSuchFileException deletedMeanwhile) {
      return CopyRound.NOTHING;
    }
  }

  private Path path(String camera, LocalDate day) {
    return log.cameraFolder(camera).resolve(day.toString());
  }

  private static FileTime changed(Path folder) throws IOException {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (NoSuchFileException emptyAndRemoved) {
      return FileTime.fromMillis(0);
    }
  }
}
