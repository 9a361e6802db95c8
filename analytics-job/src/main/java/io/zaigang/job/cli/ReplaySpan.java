package io.zaigang.job.cli;

import io.zaigang.job.analyze.ResultFiles;
import io.zaigang.job.replay.DetectionsFile;
import io.zaigang.job.replay.InvalidDetectionsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The span that a replay judges: as called, else as the run that wrote the detections, else as far
 * as the detections go.
 *
 * @param to not included
 */
record ReplaySpan(Instant from, Instant to) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static ReplaySpan of(DetectionsFile file, Path path, @Nullable String from, @Nullable String to)
      throws CallRefusedException, IOException, InvalidDetectionsException {
    Path run = path.toAbsolutePath().resolveSibling(ResultFiles.RUN);
    String begin = from == null ? inRun(run, "from") : from;
    String end = to == null ? inRun(run, "to") : to;
    DetectionsFile.Span frames = begin == null || end == null ? file.span() : null;
    if (frames == null && (begin == null || end == null)) {
      throw new CallRefusedException(
          "Detections " + path + " hold no frame: name the span with --from and --to");
    }
    Instant first =
        begin == null ? Objects.requireNonNull(frames).first() : Inputs.instant("--from", begin);
    Instant last =
        end == null
            ? Objects.requireNonNull(frames).last().plusMillis(1)
            : Inputs.instant("--to", end);
    if (!first.isBefore(last)) {
      throw new CallRefusedException("--from " + first + " is not before --to " + last);
    }
    return new ReplaySpan(first, last);
  }

  private static @Nullable String inRun(Path run, String name) throws IOException {
    if (!Files.isReadable(run)) {
      return null;
    }
    try {
      JsonNode value = MAPPER.readTree(Files.readString(run)).path(name);
      return value.isString() ? value.stringValue() : null;
    } catch (JacksonException noRunOfOurs) {
      return null;
    }
  }
}
