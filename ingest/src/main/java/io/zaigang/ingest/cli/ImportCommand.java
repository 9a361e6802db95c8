package io.zaigang.ingest.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.RetentionSettings;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: a video file becomes footage. */
@Command(
    name = "import",
    description = "Puts a video file into the footage log as if that camera had recorded it then.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "VIDEO", description = "any video file that FFmpeg reads")
  private Path video = Path.of("");

  @Option(names = "--camera", required = true, paramLabel = "ID", description = "camera id")
  private String cameraId = "";

  @Option(
      names = "--start",
      required = true,
      paramLabel = "INSTANT",
      description = "wall clock of the first picture, such as 2026-03-02T09:00:00+08:00")
  private Instant start = Instant.EPOCH;

  @Option(
      names = "--site",
      paramLabel = "FILE",
      description = "site plan; the camera must be in it")
  private @Nullable Path site;

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws IOException, SitePlanException {
    checkCamera();
    if (!Files.isRegularFile(video) || !Files.isReadable(video)) {
      throw new UserMistake(
          "Video '" + video + "' cannot be read: no such file, or no right to it");
    }
    FootageLog log = data.writable();
    List<Segment> segments = new VideoImport(log, cameraId, start).run(video);
    spec.commandLine()
        .getOut()
        .printf(
            "Camera '%s': %d segments from %s to %s%n",
            cameraId,
            segments.size(),
            segments.get(0).start(),
            segments.get(segments.size() - 1).end());
    warnOfRetention(segments.get(0).start());
    return 0;
  }

  private void warnOfRetention(Instant from) {
    Duration keep = RetentionSettings.DEFAULT.keep();
    if (from.isBefore(Instant.now().minus(keep))) {
      spec.commandLine()
          .getErr()
          .printf(
              "This is older than %d days: a recorder on %s deletes it, unless it keeps more days"
                  + " (--keep-days) or the footage is held%n",
              keep.toDays(), data.dir());
    }
  }

  private void checkCamera() throws SitePlanException {
    if (!FootageLog.isCameraId(cameraId)) {
      throw new UserMistake(
          "Camera id '" + cameraId + "' cannot name a folder: letters, digits, '_', '-' and '.'");
    }
    if (site == null) {
      return;
    }
    SitePlan plan = SitePlanFile.load(site);
    if (plan.camera(cameraId).isEmpty()) {
      throw new UserMistake("Camera '" + cameraId + "' is not in site plan " + site);
    }
  }
}
