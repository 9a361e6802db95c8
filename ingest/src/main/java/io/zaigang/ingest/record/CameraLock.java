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
 * The right to record one camera: held by one process at a time, given up when it ends. It is also
 * given up while the disk refuses, for an open file would keep the disk from being unmounted,
 * mended and mounted again. Not thread-safe.
 */
final class CameraLock implements AutoCloseable {

  private static final String FILE_NAME = ".recorder.lock";

  private final FootageLog log;
  private final String cameraId;
  private @Nullable FileChannel channel;

  CameraLock(FootageLog log, String cameraId) {
    this.log = log;
    this.cameraId = cameraId;
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
    Path folder = log.cameraFolder(cameraId);
    log.requireDisk();
    Files.createDirectories(folder);
    FileChannel opened =
        FileChannel.open(
            folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
