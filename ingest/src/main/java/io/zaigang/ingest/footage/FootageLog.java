package io.zaigang.ingest.footage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is recorded, found by names alone: {@code
 * DIR/footage/<cameraId>/<yyyy-MM-dd>/<startEpochMillis>-<durationMillis>.mp4}, UTC days.
 *
 * <p>A reader keeps its position as (camera, start of the last segment it read) and asks {@link
 * #firstAfter} for the next one, again and again: that is all there is to following a live camera.
 * A camera, day or file that does not exist is simply not recorded; nothing here throws for it.
 * Finding looks at the names of whole days only where the asked span lies, so it takes no longer
 * with a month of footage than with a day. Safe for use by several threads.
 */
public final class FootageLog {

  /** A hole shorter than this is rounding, not lost footage. */
  public static final Duration GAP_TOLERANCE = Duration.ofMillis(100);

  private static final int DAY_LENGTH = "2026-03-02".length();
  private static final Pattern CAMERA_ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");

  private final Path root;
  private final MountWatch mount;
  private final DayListings listings = new DayListings();

  private FootageLog(Path root) {
    this.root = root;
    this.mount = new MountWatch(root);
  }

  /** The log in a data directory, which need not exist yet. */
  public static FootageLog open(Path dataDir) {
    return new FootageLog(dataDir.resolve("footage"));
  }

  /** The folder that holds all cameras' footage. */
  public Path root() {
    return root;
  }

  /**
   * To be asked before anything is written: fails while the disk that holds the log is unmounted.
   */
  public void requireDisk() throws IOException {
    mount.check();
  }

  /** Folder of one camera; the id must be {@link #isCameraId usable as a folder name}. */
  public Path cameraFolder(String cameraId) {
    if (!isCameraId(cameraId)) {
      throw new IllegalArgumentException(
          "Camera id '" + cameraId + "' cannot name a folder: letters, digits, '_', '-' and '.'");
    }
    return root.resolve(cameraId);
  }

  /** True for ids that are plain folder names: no separator, no leading dot. */
  public static boolean isCameraId(String cameraId) {
    return cameraId.length() <= 100 && CAMERA_ID.matcher(cameraId).matches();
  }

  /** Cameras that have a folder here, by name. */
  public List<String> cameras() {
    return names(root).stream()
        .filter(FootageLog::isCameraId)
        .filter(id -> new File(root.resolve(id).toString()).isDirectory())
        .sorted()
        .toList();
  }

  /** Segments that show something of {@code [from, to)}, in order. */
  public List<Segment> segments(String cameraId, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    NavigableSet<LocalDate> days = days(cameraId);
    List<Segment> found = new ArrayList<>();
    lastStartingBefore(cameraId, days, from)
        .filter(s -> s.overlaps(from, to))
        .ifPresent(found::add);
    LocalDate firstDay = SegmentName.day(from);
    for (LocalDate day : days.tailSet(firstDay, true)) {
      DayListing listing = listing(cameraId, day);
      for (int i = listing.firstAtOrAfter(from); i < listing.size(); i++) {
        Segment segment = listing.get(i);
        if (!segment.start().isBefore(to)) {
          return found;
        }
        found.add(segment);
      }
    }
    return found;
  }

  /** Every segment of a camera, in order. */
  public List<Segment> all(String cameraId) {
    List<Segment> all = new ArrayList<>();
    for (LocalDate day : days(cameraId)) {
      DayListing listing = listing(cameraId, day);
      for (int i = 0; i < listing.size(); i++) {
        all.add(listing.get(i));
      }
    }
    return all;
  }

  /** The first segment that starts at or after this instant. */
  public Optional<Segment> firstAtOrAfter(String cameraId, Instant start) {
    for (LocalDate day : days(cameraId).tailSet(SegmentName.day(start), true)) {
      DayListing listing = listing(cameraId, day);
      int index = listing.firstAtOrAfter(start);
      if (index < listing.size()) {
        return Optional.of(listing.get(index));
      }
    }
    return Optional.empty();
  }

  /** The segment after the one that starts then; empty until it is recorded. */
  public Optional<Segment> firstAfter(String cameraId, Instant start) {
    return firstAtOrAfter(cameraId, start.plusMillis(1));
  }

  /** The segment that shows this instant. */
  public Optional<Segment> at(String cameraId, Instant instant) {
    return segments(cameraId, instant, instant.plusMillis(1)).stream()
        .filter(segment -> segment.covers(instant))
        .findFirst();
  }

  /** The newest finished segment. */
  public Optional<Segment> latest(String cameraId) {
    return lastStartingBefore(cameraId, days(cameraId), Instant.MAX);
  }

  /** The oldest segment still here. */
  public Optional<Segment> earliest(String cameraId) {
    return firstAtOrAfter(cameraId, Instant.EPOCH);
  }

  /** The finished segment of this file name; empty for any other name, whatever it looks like. */
  public Optional<Segment> find(String cameraId, String fileName) {
    return SegmentName.parse(fileName)
        .flatMap(name -> firstAtOrAfter(cameraId, name.start()))
        .filter(segment -> segment.fileName().equals(fileName));
  }

  /**
   * Holes inside {@code [from, to)}, in order, also before the first and after the last segment;
   * divided where the cause changes, as far as the {@link GapLedger} knows causes.
   */
  public List<Gap> gaps(String cameraId, Instant from, Instant to) {
    List<Gap> gaps = new ArrayList<>();
    Instant covered = from;
    for (Segment segment : segments(cameraId, from, to)) {
      addGap(gaps, covered, segment.start());
      covered = covered.isAfter(segment.end()) ? covered : segment.end();
    }
    addGap(gaps, covered, to);
    return gaps.isEmpty() ? gaps : GapLedger.of(this, cameraId).explain(gaps);
  }

  private static void addGap(List<Gap> gaps, Instant from, Instant to) {
    if (from.isBefore(to) && Duration.between(from, to).compareTo(GAP_TOLERANCE) > 0) {
      gaps.add(new Gap(from, to, GapCause.UNKNOWN));
    }
  }

  /** The segment just before {@code start}; earlier days only where the day itself has none. */
  private Optional<Segment> lastStartingBefore(
      String cameraId, NavigableSet<LocalDate> days, Instant start) {
    NavigableSet<LocalDate> candidates =
        start.equals(Instant.MAX) ? days : days.headSet(SegmentName.day(start), true);
    for (LocalDate day : candidates.descendingSet()) {
      DayListing listing = listing(cameraId, day);
      int index = start.equals(Instant.MAX) ? listing.size() : listing.firstAtOrAfter(start);
      if (index > 0) {
        return Optional.of(listing.get(index - 1));
      }
    }
    return Optional.empty();
  }

  /** Day folders listed so far: what finding footage costs. */
  long listedDays() {
    return listings.listed();
  }

  /** The finished segments of a day, in order. */
  DayListing listing(String cameraId, LocalDate day) {
    return listings.of(cameraId, root.resolve(cameraId).resolve(day.toString()));
  }

  /** UTC days of which a camera has a folder. */
  public NavigableSet<LocalDate> days(String cameraId) {
    if (!isCameraId(cameraId)) {
      return new TreeSet<>();
    }
    return names(root.resolve(cameraId)).stream()
        .flatMap(name -> parseDay(name).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<LocalDate> parseDay(String name) {
    if (name.length() != DAY_LENGTH || !Character.isDigit(name.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static List<String> names(Path folder) {
    return Arrays.asList(
        Objects.requireNonNullElse(new File(folder.toString()).list(), new String[0]));
  }
}
