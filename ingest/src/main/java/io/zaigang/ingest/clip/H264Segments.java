package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.SegmentTranscoder;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Segments in H.264, made when a player asks for them: H.265 cameras become visible in every
 * browser, and nothing is computed that nobody looks at. A player asks for a few seconds ahead, so
 * when it is closed the work ends with the segment in hand. What was made is kept for the next
 * viewer until the folder is full; then what was not watched for longest goes. Safe for several
 * threads.
 */
public final class H264Segments {

  private final Path folder;
  private final Limits limits;
  private final Semaphore atOnce;
  private final ConcurrentHashMap<Path, Object> inWork = new ConcurrentHashMap<>();

  /**
   * What it may cost.
   *
   * @param maxHeightPx higher pictures are scaled down
   * @param atOnce segments made at the same time
   * @param patience how long a player waits for its turn
   * @param bytes how much is kept
   */
  public record Limits(int maxHeightPx, int atOnce, Duration patience, long bytes) {}

  /** Keeps what it makes in a folder of its own; whatever is in it can be deleted. */
  public H264Segments(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
    this.atOnce = new Semaphore(limits.atOnce(), true);
  }

  /** The segment in H.264; empty where there were others to be made for all of the patience. */
  public Optional<Path> of(Segment segment) throws IOException, InterruptedException {
    Path file = folder.resolve(segment.cameraId()).resolve(segment.fileName());
    // Two who watch the same wait for one transcoding, not for a second one.
    synchronized (inWork.computeIfAbsent(file, key -> new Object())) {
      try {
        if (Files.exists(file)) {
          Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
          return Optional.of(file);
        }
        if (!atOnce.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
        try {
          make(segment, file);
        } finally {
          atOnce.release();
        }
        return Optional.of(file);
      } finally {
        inWork.remove(file);
      }
    }
  }

  private void make(Segment segment, Path file) throws IOException {
    Files.createDirectories(folder.resolve(segment.cameraId()));
    makeRoom();
    Path unfinished = Files.createTempFile(folder, "making", ".tmp");
    try {
      SegmentTranscoder.transcode(segment, limits.maxHeightPx(), unfinished);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private record Kept(Path file, long bytes, Instant watched) {}

  private synchronized void makeRoom() throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try {
          kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException movedMeanwhile) {
          continue;
        }
      }
    }
    kept.sort(Comparator.comparing(Kept::watched));
    long bytes = kept.stream().mapToLong(Kept::bytes).sum();
    for (Kept oldest : kept) {
      if (bytes <= limits.bytes()) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      bytes -= oldest.bytes();
    }
  }
}
