package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk that holds footage. */
public interface DiskSpace {

  /** Bytes that may still be written. */
  long usableBytes() throws IOException;

  /** Bytes it holds altogether. */
  long totalBytes() throws IOException;

  /** The disk under a log, which must be mounted whenever it is asked. */
  static DiskSpace of(FootageLog log) {
    return new DiskSpace() {
      @Override
      public long usableBytes() throws IOException {
        log.requireDisk();
        return Files.getFileStore(existing()).getUsableSpace();
      }

      @Override
      public long totalBytes() throws IOException {
        log.requireDisk();
        return Files.getFileStore(existing()).getTotalSpace();
      }

      private Path existing() {
        Path at = log.root().toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
          at = at.getParent();
        }
        return at;
      }
    };
  }
}
