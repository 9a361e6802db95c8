package io.zaigang.ingest.archive;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Files that are called as segments, each with bytes of its own: the archive does not decode. */
final class RecordedFootage {

  static final Duration FOUR = Duration.ofSeconds(4);

  private RecordedFootage() {}

  /** Segments without a hole between them. */
  static List<Segment> record(FootageLog log, String camera, Instant start, int count)
      throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = start.plus(FOUR.multipliedBy(i));
      Path day = log.cameraFolder(camera).resolve(SegmentName.day(at).toString());
      Files.createDirectories(day);
      Path file = day.resolve(SegmentName.of(at, FOUR).fileName());
      Files.write(file, (camera + " " + at).repeat(200).getBytes(StandardCharsets.UTF_8));
      segments.add(new Segment(camera, at, FOUR, file));
    }
    return segments;
  }
}
