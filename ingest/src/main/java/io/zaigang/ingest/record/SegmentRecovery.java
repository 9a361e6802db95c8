package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.FragmentScan;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import io.zaigang.ingest.footage.SegmentName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves what a killed recorder, a lost disk or a power cut left unfinished: cuts the file back to
 * its whole fragments and gives it its true name; removes it where nothing is in it.
 */
final class SegmentRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentRecovery.class);

  /** An unfinished file lies in the newest day; one that spans midnight in the one before. */
  private static final int DAYS_LOOKED_AT = 3;

  private final FootageLog log;
  private final String cameraId;
  private final CameraLock lock;
  private final List<Path> left = new ArrayList<>();

  SegmentRecovery(FootageLog log, String cameraId, CameraLock lock) {
    this.log = log;
    this.cameraId = cameraId;
    this.lock = lock;
  }

  /** Recovers everything unfinished of this camera. Nobody else may be recording it. */
  List<Segment> run() throws IOException {
    List<Segment> recovered = new ArrayList<>();
    for (Path file : unfinished()) {
      recover(file).ifPresent(recovered::add);
    }
    return recovered;
  }

  /**
   * The disk refuses: remembers the file that could not be finished, if there is one, and lets go
   * of the disk.
   */
  void leave(@Nullable Path file) {
    if (file != null) {
      left.add(file);
    }
    lock.release();
  }

  /** True from the disk's refusal to the next {@link #retry} that succeeds. */
  boolean isPending() {
    return !left.isEmpty() || !lock.isHeld();
  }

  /** Recovers what was left, now that the disk may have come back; throws where it has not. */
  List<Segment> retry() throws IOException {
    if (!lock.acquire()) {
      throw new IOException("another recorder records it meanwhile");
    }
    List<Segment> recovered = new ArrayList<>();
    while (!left.isEmpty()) {
      if (Files.exists(left.get(0))) {
        recover(left.get(0)).ifPresent(recovered::add);
      }
      left.remove(0);
    }
    return recovered;
  }

  private List<Path> unfinished() {
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
                    .sorted()
                    .map(day::resolve)
                    .forEach(files::add));
    return files;
  }

  /** Recovers one unfinished file. */
  Optional<Segment> recover(Path file) throws IOException {
    Instant start = SegmentName.parseOpen(file.getFileName().toString()).orElseThrow();
    if (FragmentScan.truncateToWholeFragments(file) == 0) {
      Files.delete(file);
      return Optional.empty();
    }
    Optional<Duration> duration = duration(file, start);
    if (duration.isEmpty()) {
      Files.delete(file);
      return Optional.empty();
    }
    Segment segment = publish(file, start, duration.get());
    LOG.info(
        "Camera '{}': recovered {} of an unfinished segment from {}",
        cameraId,
        segment.duration(),
        segment.start());
    return Optional.of(segment);
  }

  private Optional<Duration> duration(Path file, Instant start) {
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
    long millis = TimedPacket.millis(end);
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /** The start in the name was a guess: it must not reach into footage that is already there. */
  private Segment publish(Path file, Instant start, Duration duration) throws IOException {
    Instant from = start;
    for (Segment other : log.segments(cameraId, start, start.plus(duration))) {
      from = other.end().isAfter(from) ? other.end() : from;
    }
    return SegmentFolder.of(log, cameraId).publish(file, from, duration);
  }

  private static List<String> names(Path folder) {
    return Arrays.asList(
        Objects.requireNonNullElse(new File(folder.toString()).list(), new String[0]));
  }
}
