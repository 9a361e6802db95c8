package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A right in the footage log that one process has at a time and that ends with it: to record one
 * camera, or to delete what is old. The right to record is also given up while the disk refuses,
 * for an open file would keep the disk from being unmounted, mended and mounted again. Taken and
 * released by one thread.
 */
final class FootageLock implements AutoCloseable {

  private static final String RECORDING = ".recorder.lock";
  private static final String RETENTION = ".retention.lock";

  private final FootageLog log;
  private final Path file;
  private volatile @Nullable FileChannel channel;

  private FootageLock(FootageLog log, Path file) {
    this.log = log;
    this.file = file;
  }

  static FootageLock toRecord(FootageLog log, String cameraId) {
    return new FootageLock(log, log.cameraFolder(cameraId).resolve(RECORDING));
  }

  static FootageLock toDelete(FootageLog log) {
    return new FootageLock(log, log.root().resolve(RETENTION));
  }

  /**
   * Takes the lock, unless it is held already.
   *
   * @return false where somebody else holds it
   * @throws IOException where the disk refuses
   */
  boolean acquire() throws IOException {
    if (channel != null) {
      return true;
    }
    log.requireDisk();
    Files.createDirectories(file.getParent());
    FileChannel opened =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = opened.tryLock();
      if (lock != null) {
        channel = opened;
        return true;
      }
    } catch (OverlappingFileLockException heldInThisProcess) {
      // The same as held by another process.
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    opened.close();
    return false;
  }

  boolean isHeld() {
    return channel != null;
  }

  /** Gives the lock up until it is {@link #acquire acquired} again. */
  void release() {
    FileChannel held = channel;
    channel = null;
    if (held != null) {
      try {
        held.close();
      } catch (IOException gone) {
        // Nothing was written through it; the lock went with the disk.
      }
    }
  }

  @Override
  public void close() {
    release();
  }
}
