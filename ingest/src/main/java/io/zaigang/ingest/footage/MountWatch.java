package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the disk under a folder was unmounted: its mount point is then an ordinary folder of
 * another disk, and footage written there would fill that disk and be hidden when the right one
 * comes back. Safe for use by several threads.
 */
final class MountWatch {

  private final Path folder;
  private @Nullable Path mountPoint;

  MountWatch(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    this.mountPoint = mountPoint();
  }

  /**
   * Fails while the disk is gone. A disk that is mounted only now counts from here on.
   *
   * @throws IOException saying which one
   */
  synchronized void check() throws IOException {
    Path before = mountPoint;
    Path now = mountPoint();
    if (before != null && now != null && !now.startsWith(before)) {
      throw new IOException("nothing is mounted at " + before + " any more; mount the disk again");
    }
    mountPoint = now == null ? before : now;
  }

  /** The topmost folder on the same device; null where devices cannot be told apart. */
  private @Nullable Path mountPoint() {
    try {
      Path at = folder;
      while (!Files.exists(at) && at.getParent() != null) {
        at = at.getParent();
      }
      Object device = Files.getAttribute(at, "unix:dev");
      Path parent = at.getParent();
      while (parent != null && device.equals(Files.getAttribute(parent, "unix:dev"))) {
        at = parent;
        parent = at.getParent();
      }
      return at;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return null;
    }
  }
}
