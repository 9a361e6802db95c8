package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one camera's segments are made: under a name that readers do not see, then flushed to the
 * disk, then renamed. Whatever bears a segment's name is whole, also after a loss of power.
 */
public final class SegmentFolder {

  private static final Logger LOG = LoggerFactory.getLogger(SegmentFolder.class);

  private final FootageLog log;
  private final String cameraId;
  private final Path folder;

  private SegmentFolder(FootageLog log, String cameraId, Path folder) {
    this.log = log;
    this.cameraId = cameraId;
    this.folder = folder;
  }

  /** A camera's folder in the footage log. */
  public static SegmentFolder of(FootageLog log, String cameraId) {
    return new SegmentFolder(log, cameraId, log.cameraFolder(cameraId));
  }

  /** A folder elsewhere on the same disk, laid out like the camera's, to be moved in at the end. */
  public static SegmentFolder staging(FootageLog log, String cameraId, Path folder) {
    return new SegmentFolder(log, cameraId, folder);
  }

  /** Where to write a segment that begins about then; the folder exists afterwards. */
  public Path open(Instant provisionalStart) throws IOException {
    Path day = dayFolder(provisionalStart);
    log.requireDisk();
    Files.createDirectories(day);
    return day.resolve(SegmentName.open(provisionalStart));
  }

  /** Flushes a written file to the disk and gives it its name. */
  public Segment publish(Path written, Instant start, Duration duration) throws IOException {
    log.requireDisk();
    flush(written);
    return move(written, start, duration);
  }

  /** Moves a finished segment of a staging folder in here. */
  public Segment adopt(Segment staged) throws IOException {
    return move(staged.file(), staged.start(), staged.duration());
  }

  private Segment move(Path file, Instant start, Duration duration) throws IOException {
    Path day = dayFolder(start);
    log.requireDisk();
    Files.createDirectories(day);
    Path named = day.resolve(SegmentName.of(start, duration).fileName());
    if (Files.exists(named)) {
      throw new FileAlreadyExistsException(named.toString());
    }
    Files.move(file, named, StandardCopyOption.ATOMIC_MOVE);
    flush(day);
    Segment segment = new Segment(cameraId, start, duration, named);
    index(segment);
    return segment;
  }

  /** The segment is safe by now; a playlist finds its head also without the index. */
  private static void index(Segment segment) {
    try {
      HeadIndex.add(segment);
    } catch (IOException e) {
      LOG.debug("{} is not in the index of its day: {}", segment.file(), e.getMessage());
    }
  }

  private Path dayFolder(Instant start) {
    return folder.resolve(SegmentName.day(start).toString());
  }

  private static void flush(Path path) throws IOException {
    StandardOpenOption mode =
        Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
