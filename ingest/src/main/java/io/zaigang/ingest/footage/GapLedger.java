package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a camera's footage has holes: lines of {@code from to cause} in {@code gaps.txt} beside its
 * days, appended by whoever knows. The holes themselves follow from the segments' names; the ledger
 * only explains them, and a hole it does not mention has no known cause.
 */
public final class GapLedger {

  private static final String FILE_NAME = "gaps.txt";

  private final Path file;

  private GapLedger(Path file) {
    this.file = file;
  }

  /** The ledger in a camera's folder. */
  public static GapLedger of(FootageLog log, String cameraId) {
    return new GapLedger(log.cameraFolder(cameraId).resolve(FILE_NAME));
  }

  /** Adds an explanation. */
  public void add(Gap gap) throws IOException {
    Files.createDirectories(file.getParent());
    String line = gap.from() + " " + gap.to() + " " + gap.cause() + "\n";
    Files.writeString(
        file,
        line,
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Everything written down; lines that cannot be read are left out. */
  public List<Gap> entries() {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .flatMap(line -> parse(line).stream())
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /** Gives each hole the cause that explains most of it. */
  List<Gap> explain(List<Gap> holes) {
    List<Gap> entries = holes.isEmpty() ? List.of() : entries();
    List<Gap> explained = new ArrayList<>();
    for (Gap hole : holes) {
      GapCause cause = GapCause.UNKNOWN;
      Duration most = Duration.ZERO;
      for (Gap entry : entries) {
        Duration shared = shared(hole, entry);
        if (shared.compareTo(most) > 0) {
          most = shared;
          cause = entry.cause();
        }
      }
      explained.add(new Gap(hole.from(), hole.to(), cause));
    }
    return explained;
  }

  private static Duration shared(Gap a, Gap b) {
    Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
    Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
    return Duration.between(from, to);
  }

  private static Optional<Gap> parse(String line) {
    String[] parts = line.split(" ");
    try {
      return parts.length == 3
          ? Optional.of(
              new Gap(Instant.parse(parts[0]), Instant.parse(parts[1]), GapCause.valueOf(parts[2])))
          : Optional.empty();
    } catch (DateTimeParseException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
