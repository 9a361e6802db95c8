package io.zaigang.ingest.record;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.PacketSource;
import io.zaigang.ingest.av.VideoFile;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.av.VideoTranscoder;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a video file into the footage log as if a camera had recorded it: its packets are copied,
 * cut at its key frames, and lie at {@code start} + their own time in the file. All of it or
 * nothing.
 */
public final class VideoImport {

  private final FootageLog log;
  private final String cameraId;
  private final Instant start;

  /**
   * Prepares an import.
   *
   * @param start wall clock of the file's first picture; taken to whole milliseconds
   */
  public VideoImport(FootageLog log, String cameraId, Instant start) {
    this.log = log;
    this.cameraId = cameraId;
    this.start = Instant.ofEpochMilli(start.toEpochMilli());
  }

  /**
   * Reads the file into the log.
   *
   * @return the new segments, in order
   * @throws ImportRefusedException when the file holds no usable video, or the log already has
   *     footage of that time
   */
  public List<Segment> run(Path video) throws IOException {
    Path staging = stagingFolder();
    try {
      List<Segment> staged = stage(video, SegmentFolder.staging(log, cameraId, staging));
      if (staged.isEmpty()) {
        throw new ImportRefusedException("'" + video + "' holds no pictures");
      }
      refuseOverlap(staged.get(0).start(), staged.get(staged.size() - 1).end());
      return adopt(staged);
    } finally {
      delete(staging);
      removeIfEmpty(log.cameraFolder(cameraId));
    }
  }

  private Path stagingFolder() throws IOException {
    Path camera = log.cameraFolder(cameraId);
    Files.createDirectories(camera);
    return Files.createTempDirectory(camera, ".import-");
  }

  private List<Segment> stage(Path video, SegmentFolder folder) throws IOException {
    try (VideoFile file = openVideo(video);
        PacketSource source = copyable(file)) {
      return cut(source, folder);
    } catch (AvException e) {
      throw new ImportRefusedException("'" + video + "' " + e.getMessage());
    }
  }

  /** The file itself, or its pictures encoded anew where segments cannot hold its codec. */
  private static PacketSource copyable(VideoFile file) throws AvException {
    return file.format().isCopyable() ? file : new VideoTranscoder(file);
  }

  private static VideoFile openVideo(Path video) throws ImportRefusedException {
    try {
      return VideoFile.open(video);
    } catch (AvException e) {
      throw new ImportRefusedException(
          "'" + video + "' is no video that can be read: " + e.getMessage());
    }
  }

  private List<Segment> cut(PacketSource source, SegmentFolder folder) throws IOException {
    ImportTarget target = new ImportTarget(folder, source.format(), start);
    try (SegmentCutter cutter = new SegmentCutter(target);
        PacketTimeline timeline = new PacketTimeline();
        VideoPacket packet = new VideoPacket()) {
      while (source.read(packet)) {
        timeline.add(packet);
        write(timeline, cutter);
      }
      timeline.end();
      write(timeline, cutter);
      cutter.cut();
    }
    return target.segments();
  }

  private static void write(PacketTimeline timeline, SegmentCutter cutter) throws IOException {
    for (TimedPacket timed = timeline.poll(); timed != null; timed = timeline.poll()) {
      try (VideoPacket packet = timed.packet()) {
        cutter.write(timed);
      }
    }
  }

  private List<Segment> adopt(List<Segment> staged) throws IOException {
    SegmentFolder camera = SegmentFolder.of(log, cameraId);
    List<Segment> adopted = new ArrayList<>();
    try {
      for (Segment segment : staged) {
        adopted.add(camera.adopt(segment));
      }
      return adopted;
    } catch (IOException e) {
      for (Segment segment : adopted) {
        Files.deleteIfExists(segment.file());
      }
      throw e;
    }
  }

  private void refuseOverlap(Instant from, Instant to) throws ImportRefusedException {
    List<Segment> existing = log.segments(cameraId, from, to);
    if (!existing.isEmpty()) {
      throw new ImportRefusedException(
          "Camera '%s' already has footage from %s to %s; %s to %s would overlap it"
              .formatted(
                  cameraId,
                  existing.get(0).start(),
                  existing.get(existing.size() - 1).end(),
                  from,
                  to));
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException holdsFootage) {
      // The usual case: there is footage of this camera.
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
