package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When this recorder records a camera: its own whenever it can, another's once nobody has recorded
 * it for a while, and then only until the other asks for it.
 *
 * <p>The lease is the {@link FootageLock}: the kernel, or the file server, takes it from a process
 * that has died. Asking is a file beside it, with another text each time; no clock is compared with
 * another machine's. One thread takes, another may ask {@link #isAskedBack}.
 */
final class CameraLease {

  /** A recorder that is started again at once is back by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String ASKING = ".recorder.wanted";

  private final FootageLog log;
  private final Path asking;
  private final int turn;
  private final FootageLock lock;
  private @Nullable Long freeSinceNanos;
  private volatile @Nullable String askedBefore;

  /**
   * @param turn see {@link Shard#turn}
   */
  CameraLease(FootageLog log, String cameraId, int turn, FootageLock lock) {
    this.log = log;
    this.asking = log.cameraFolder(cameraId).resolve(ASKING);
    this.turn = turn;
    this.lock = lock;
  }

  /** Takes the lease if it is free and its turn has come; may be called again and again. */
  boolean take() throws IOException {
    boolean free = lock.acquire();
    if (turn == 0) {
      if (!free) {
        ask();
      }
      return free;
    }
    if (!free) {
      freeSinceNanos = null;
      return false;
    }
    long now = System.nanoTime();
    Long since = freeSinceNanos;
    if (since == null) {
      freeSinceNanos = since = now;
    }
    if (now - since < PATIENCE.multipliedBy(turn).toNanos()) {
      lock.release();
      return false;
    }
    askedBefore = asked();
    return true;
  }

  /**
   * Whether it stands in, and the recorder whose camera this is has come back, or the disk has
   * taken the lock away.
   */
  boolean isAskedBack() {
    String before = askedBefore;
    return turn > 0 && before != null && (!lock.isHeld() || !asked().equals(before));
  }

  /** Whether the camera is another recorder's as long as that one lives. */
  boolean isStandIn() {
    return turn > 0;
  }

  private void ask() throws IOException {
    log.requireDisk();
    Files.writeString(asking, ProcessHandle.current().pid() + " " + System.nanoTime());
  }

  private String asked() {
    try {
      return Files.readString(asking, StandardCharsets.UTF_8);
    } catch (IOException nobody) {
      return "";
    }
  }
}
