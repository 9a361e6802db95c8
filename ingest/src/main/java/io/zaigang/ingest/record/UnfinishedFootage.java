package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.FragmentScan;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed recorder, or one whose disk refuses, left of a camera: whole fragments in a file
 * that has no name yet. A reader that cannot wait for it to be recovered sees here what recovery
 * will make of it, as a copy: the file itself is its recorder's. Not thread-safe.
 */
public final class UnfinishedFootage implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedFootage.class);

  /** An unfinished file lies in the newest day; one that spans midnight in the one before. */
  private static final int DAYS_LOOKED_AT = 3;

  /**
   * A recorder writes twice a second, and finishes what it has when a camera sends nothing for
   * eight: what is younger has a recorder, which will date it better.
   */
  private static final Duration ABANDONED_AFTER = Duration.ofSeconds(10);

  private final FootageLog log;
  private final String cameraId;
  private final Set<String> looked = new HashSet<>();
  private @Nullable Path copy;

  private UnfinishedFootage(FootageLog log, String cameraId) {
    this.log = log;
    this.cameraId = cameraId;
  }

  /** Of one camera. */
  public static UnfinishedFootage of(FootageLog log, String cameraId) {
    return new UnfinishedFootage(log, cameraId);
  }

  /**
   * The first that shows anything after an instant, as it will be called once it is recovered;
   * empty where there is none, or it was given before and has not grown since. It takes the place
   * of the one given before.
   */
  public Optional<Segment> copyAfter(Instant position) {
    for (Path file : files(log, cameraId)) {
      Optional<Segment> segment = copied(file, position);
      if (segment.isPresent()) {
        return segment;
      }
    }
    return Optional.empty();
  }

  private Optional<Segment> copied(Path file, Instant position) {
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      if (written.isAfter(Instant.now().minus(ABANDONED_AFTER))) {
        return Optional.empty();
      }
      if (!looked.add(file.getFileName() + " " + Files.size(file))) {
        return Optional.empty();
      }
      close();
      Path taken = Files.createTempFile("unfinished-", ".mp4");
      copy = taken;
      Files.copy(file, taken, StandardCopyOption.REPLACE_EXISTING);
      Optional<Segment> segment = asRecovered(log, cameraId, file, taken);
      if (segment.filter(s -> s.end().isAfter(position)).isEmpty()) {
        return Optional.empty();
      }
      LOG.info("Camera '{}': reading {} before it is recovered", cameraId, file.getFileName());
      return segment;
    } catch (IOException gone) {
      return Optional.empty(); // recovered just now, or the disk is away: it will come by its name
    }
  }

  /** Gives up the copy. */
  @Override
  public void close() {
    Path given = copy;
    copy = null;
    if (given != null) {
      try {
        Files.deleteIfExists(given);
      } catch (IOException e) {
        LOG.debug("{} stays: {}", given, e.getMessage());
      }
    }
  }

  /** Unfinished files of a camera, oldest first. */
  static List<Path> files(FootageLog log, String cameraId) {
    List<Path> files = new ArrayList<>();
    Path camera = log.cameraFolder(cameraId);
    names(camera).stream()
        .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}"))
        .sorted(Comparator.reverseOrder())
        .limit(DAYS_LOOKED_AT)
        .map(camera::resolve)
        .forEach(
            day ->
                names(day).stream()
                    .filter(name -> SegmentName.parseOpen(name).isPresent())
                    .map(day::resolve)
                    .forEach(files::add));
    files.sort(Comparator.comparing(UnfinishedFootage::provisionalStart));
    return files;
  }

  /**
   * Cuts a file back to its whole fragments and says which segment that is. The start in its name
   * was a guess: it must not reach into footage that is already there.
   *
   * @param open the name it has
   * @param content the file that is cut, the same or a copy
   * @return empty where nothing is in it
   */
  static Optional<Segment> asRecovered(FootageLog log, String cameraId, Path open, Path content)
      throws IOException {
    if (FragmentScan.truncateToWholeFragments(content) == 0) {
      return Optional.empty();
    }
    Instant start = provisionalStart(open);
    Duration duration = duration(cameraId, content, start);
    if (duration.isZero()) {
      return Optional.empty();
    }
    Instant from = start;
    for (Segment other : log.segments(cameraId, start, start.plus(duration))) {
      from = other.end().isAfter(from) ? other.end() : from;
    }
    return Optional.of(new Segment(cameraId, from, duration, content));
  }

  private static Instant provisionalStart(Path open) {
    return SegmentName.parseOpen(open.getFileName().toString()).orElseThrow();
  }

  private static Duration duration(String cameraId, Path file, Instant start) {
    Segment assumed = new Segment(cameraId, start, Duration.ofHours(1), file);
    long end = 0;
    try (SegmentPackets packets = SegmentPackets.open(assumed);
        VideoPacket packet = new VideoPacket()) {
      while (packets.read(packet)) {
        end = Math.max(end, packets.shownTicks(packet) + packet.duration());
      }
    } catch (AvException unreadable) {
      LOG.warn("Camera '{}': {} {}", cameraId, file, unreadable.getMessage());
    }
    return Duration.ofMillis(Math.max(0, TimedPacket.millis(end)));
  }

  private static List<String> names(Path folder) {
    return Arrays.asList(
        Objects.requireNonNullElse(new File(folder.toString()).list(), new String[0]));
  }
}
