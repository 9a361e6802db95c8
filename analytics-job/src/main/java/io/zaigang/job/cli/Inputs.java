package io.zaigang.job.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import io.zaigang.job.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users hand to the commands, checked before any work begins. */
final class Inputs {

  private Inputs() {}

  static SitePlan sitePlan(Path file) throws CallRefusedException {
    try {
      return SitePlanFile.load(file);
    } catch (SitePlanException e) {
      List<String> lines = new ArrayList<>();
      e.problems().forEach(problem -> lines.add("Site plan " + file + ": " + problem));
      throw new CallRefusedException(lines);
    }
  }

  /** A data directory that holds, or may come to hold, footage. */
  static Path dataDir(Path dir) throws CallRefusedException {
    if (!Files.isDirectory(dir)) {
      throw new CallRefusedException("Data directory " + dir + " (--data) is no directory");
    }
    Path footage = dir.resolve("footage");
    for (Path folder : List.of(dir, footage)) {
      if (Files.exists(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder))) {
        throw new CallRefusedException(
            "Folder " + folder + " cannot be read by this user; change its rights");
      }
    }
    return dir;
  }

  /** A directory for results, made if it is not there. */
  static Path outDir(Path dir) throws CallRefusedException {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new CallRefusedException("Directory " + dir + " (--out) cannot be made: " + e);
    }
    if (!Files.isWritable(dir)) {
      throw new CallRefusedException("Directory " + dir + " (--out) cannot be written to");
    }
    return dir;
  }

  /** A file for a result, in a directory that is there. */
  static Path outFile(Path file) throws CallRefusedException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isWritable(parent) || Files.isDirectory(file)) {
      throw new CallRefusedException(
          "--out: cannot write " + file + "; name a file in a directory that exists");
    }
    return file;
  }

  /** Instants are written with an offset: a time without one could be anybody's. */
  static Instant instant(String option, String value) throws CallRefusedException {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new CallRefusedException(
          option
              + " is '"
              + value
              + "'; it must be an instant with an offset, such as 2026-03-02T08:30:00+08:00");
    }
  }

  /** Durations as ISO-8601 writes them, each positive. */
  static List<Duration> durations(String option, List<String> values) throws CallRefusedException {
    List<Duration> durations = new ArrayList<>();
    for (String value : values) {
      try {
        Duration duration = Duration.parse(value);
        if (duration.isZero() || duration.isNegative()) {
          throw new CallRefusedException(option + " is '" + value + "'; it must be above zero");
        }
        durations.add(duration);
      } catch (DateTimeException e) {
        throw new CallRefusedException(
            option + " is '" + value + "'; it must be a duration, such as PT5M");
      }
    }
    return durations;
  }

  /** As asked for; else as many tasks as cores, but no more than there are cameras. */
  static int parallelism(@Nullable Integer given, SitePlan plan) throws CallRefusedException {
    if (given == null) {
      int cores = Runtime.getRuntime().availableProcessors();
      return Math.max(1, Math.min(cores, plan.cameras().size()));
    }
    if (given < 1 || given > JobSettings.MAX_PARALLELISM) {
      throw new CallRefusedException(
          "--parallelism is " + given + "; it must be 1 to " + JobSettings.MAX_PARALLELISM);
    }
    return given;
  }
}
