package io.zaigang.dashboard.database;

import io.zaigang.dashboard.settings.StartupProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The right to start and stop the embedded database; it ends with the process that holds it. */
final class OwnerLock implements AutoCloseable {

  private final FileChannel channel;

  private OwnerLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; null where another process holds it for all of {@code patience}. */
  static @Nullable OwnerLock take(Path dataDir, Duration patience) {
    Path file = dataDir.resolve("postgres.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      long end = System.nanoTime() + patience.toNanos();
      while (!tryLock(channel)) {
        if (System.nanoTime() >= end) {
          channel.close();
          return null;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      return new OwnerLock(channel);
    } catch (IOException e) {
      throw new StartupProblem("Cannot lock " + file + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupProblem("Interrupted while waiting for " + file);
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null; // held until the channel closes
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot release a lock", e);
    }
  }
}
