package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private final FootageLog log;
  private final String cameraId;
  private final FootageLock lock;
  private final List<Path> left = new ArrayList<>();

  SegmentRecovery(FootageLog log, String cameraId, FootageLock lock) {
    this.log = log;
    this.cameraId = cameraId;
    this.lock = lock;
  }

  /** Recovers everything unfinished of this camera. Nobody else may be recording it. */
  List<Segment> run() throws IOException {
    List<Segment> recovered = new ArrayList<>();
    for (Path file : UnfinishedFootage.files(log, cameraId)) {
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

  /** Recovers one unfinished file. */
  Optional<Segment> recover(Path file) throws IOException {
    Optional<Segment> whole = UnfinishedFootage.asRecovered(log, cameraId, file, file);
    if (whole.isEmpty()) {
      Files.delete(file);
      return Optional.empty();
    }
    Segment segment =
        SegmentFolder.of(log, cameraId).publish(file, whole.get().start(), whole.get().duration());
    LOG.info(
        "Camera '{}': recovered {} of an unfinished segment from {}",
        cameraId,
        segment.duration(),
        segment.start());
    return Optional.of(segment);
  }
}
