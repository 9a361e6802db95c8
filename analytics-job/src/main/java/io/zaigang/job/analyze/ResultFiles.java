package io.zaigang.job.analyze;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.job.JobSinks;
import io.zaigang.job.json.ContractJson;
import io.zaigang.job.sink.ndjson.LineFile;
import io.zaigang.job.sink.ndjson.NewestLinesSink;
import io.zaigang.job.sink.ndjson.OrderedLinesSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The files of one run, written apart and moved to their place together once all are whole. Closed
 * without {@link #publish}, it leaves nothing.
 */
public final class ResultFiles implements AutoCloseable {

  private static final NewestLinesSink.Order<Incident> BY_START =
      (a, b) -> a.startedAt().compareTo(b.startedAt());
  private static final NewestLinesSink.Order<OccupancyMinute> BY_MINUTE =
      (a, b) -> a.minute().compareTo(b.minute());
  private static final NewestLinesSink.Identity<OccupancyMinute> WINDOW_AND_MINUTE =
      minute -> minute.windowId() + "@" + minute.minute();

  public static final String INCIDENTS = "incidents.ndjson";
  public static final String OCCUPANCY = "occupancy.ndjson";
  public static final String DETECTIONS = "detections.ndjson";
  public static final String RUN = "run.json";

  private final Path target;
  private final Path staging;

  private ResultFiles(Path target, Path staging) {
    this.target = target;
    this.staging = staging;
  }

  /**
   * @param target directory that exists
   */
  public static ResultFiles in(Path target) throws IOException {
    return new ResultFiles(target, Files.createTempDirectory(target, ".unfinished-"));
  }

  JobSinks sinks(ZoneId zone) {
    ContractJson json = new ContractJson(zone);
    return new JobSinks(
        new NewestLinesSink<Incident>(
            staging.resolve(INCIDENTS), json::incident, Incident::id, BY_START),
        new NewestLinesSink<OccupancyMinute>(
            staging.resolve(OCCUPANCY), json::occupancy, WINDOW_AND_MINUTE, BY_MINUTE),
        new DiscardingSink<>(),
        new OrderedLinesSink<FrameDetections>(
            staging.resolve(DETECTIONS), json::frame, FrameDetections::cameraId));
  }

  /** What the rules found, in the order that the sinks keep. */
  public void write(List<Incident> incidents, List<OccupancyMinute> minutes, ZoneId zone)
      throws IOException {
    ContractJson json = new ContractJson(zone);
    try (LineFile lines = new LineFile(staging.resolve(INCIDENTS))) {
      for (Incident incident : NewestLinesSink.inOrder(incidents, BY_START, Incident::id)) {
        lines.add(json.incident(incident));
      }
      lines.finish();
    }
    try (LineFile lines = new LineFile(staging.resolve(OCCUPANCY))) {
      for (OccupancyMinute minute :
          NewestLinesSink.inOrder(minutes, BY_MINUTE, WINDOW_AND_MINUTE)) {
        lines.add(json.occupancy(minute));
      }
      lines.finish();
    }
  }

  public void writeRun(String json) throws IOException {
    Files.writeString(staging.resolve(RUN), json + "\n", StandardCharsets.UTF_8);
  }

  public void publish() throws IOException {
    for (String name : List.of(DETECTIONS, OCCUPANCY, INCIDENTS, RUN)) {
      Path written = staging.resolve(name);
      if (Files.exists(written)) {
        Files.move(
            written,
            target.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> left = Files.walk(staging)) {
      left.sorted(Comparator.reverseOrder()).forEach(ResultFiles::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
