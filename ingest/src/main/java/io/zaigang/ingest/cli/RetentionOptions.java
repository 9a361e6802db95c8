package io.zaigang.ingest.cli;

import io.zaigang.ingest.footage.RetentionSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long footage is kept, on the command line. */
final class RetentionOptions {

  private static final long MEGABYTE = 1_000_000;

  @Option(
      names = "--keep-days",
      paramLabel = "N",
      defaultValue = "${env:ZAIGANG_KEEP_DAYS:-30}",
      description =
          "footage older than this is deleted, unless it is held; the plan's operation.keepDays"
              + " goes before (ZAIGANG_KEEP_DAYS; default: ${DEFAULT-VALUE})")
  private int keepDays = 30;

  @Option(
      names = "--disk-floor-mb",
      paramLabel = "MB",
      defaultValue = "${env:ZAIGANG_DISK_FLOOR_MB:-5000}",
      description =
          "with less free space the oldest footage that is not held goes early"
              + " (ZAIGANG_DISK_FLOOR_MB; default: ${DEFAULT-VALUE})")
  private long floorMegabytes = 5000;

  @Option(
      names = "--disk-warn-mb",
      paramLabel = "MB",
      defaultValue = "${env:ZAIGANG_DISK_WARN_MB:-25000}",
      description =
          "with less free space there is a warning (ZAIGANG_DISK_WARN_MB; default:"
              + " ${DEFAULT-VALUE})")
  private long warnMegabytes = 25_000;

  RetentionSettings settings() {
    try {
      return new RetentionSettings(
          Duration.ofDays(keepDays),
          floorMegabytes * MEGABYTE,
          warnMegabytes * MEGABYTE,
          RetentionSettings.DEFAULT.untouchable());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }
}
