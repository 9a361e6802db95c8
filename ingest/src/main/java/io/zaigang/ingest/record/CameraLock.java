package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to record one camera: held by one process at a time, given up when it ends. */
final class CameraLock implements AutoCloseable {

  private static final String FILE_NAME = ".recorder.lock";

  private final FileChannel channel;

  private CameraLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty where somebody else holds it. */
  static Optional<CameraLock> acquire(FootageLog log, String cameraId) throws IOException {
    Path folder = log.cameraFolder(cameraId);
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new CameraLock(channel));
      }
    } catch (OverlappingFileLockException heldInThisProcess) {
      // The same as held by another process.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
