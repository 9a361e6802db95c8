package io.zaigang.job.live;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints that earlier runs left: {@code DIR/<job>/chk-<n>/_metadata}. Each start of the
 * process is a new job to Flink, so finding the latest is up to us.
 */
public final class StoredCheckpoints {

  private static final Logger LOG = LoggerFactory.getLogger(StoredCheckpoints.class);
  private static final String METADATA = "_metadata";
  private static final int DEPTH = 3;

  private final Path dir;

  public StoredCheckpoints(Path dir) {
    this.dir = dir;
  }

  /** The newest complete checkpoint that can be read; empty on the first start. */
  public Optional<Path> latest() throws IOException {
    for (Path metadata : newestFirst()) {
      if (readable(metadata)) {
        return Optional.ofNullable(metadata.toAbsolutePath().getParent());
      }
    }
    return Optional.empty();
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.find(dir, DEPTH, (path, attributes) -> isMetadata(path))) {
      return paths.sorted(Comparator.comparing(StoredCheckpoints::written).reversed()).toList();
    }
  }

  private static boolean isMetadata(Path path) {
    return path.endsWith(METADATA);
  }

  private static FileTime written(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean readable(Path metadata) {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
      Checkpoints.loadCheckpointMetadata(
          in, StoredCheckpoints.class.getClassLoader(), metadata.toString());
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.warn("Checkpoint {} cannot be read ({}); trying the one before", metadata, e.toString());
      return false;
    }
  }
}
