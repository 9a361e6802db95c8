package io.zaigang.ingest.cli;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.clip.Clip;
import io.zaigang.ingest.clip.ClipCheck;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.clip.ClipPlan;
import io.zaigang.ingest.clip.ManifestChain;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.rendition.Overlay;
import io.zaigang.ingest.rendition.OverlayFont;
import io.zaigang.ingest.rendition.PlanOverlay;
import io.zaigang.ingest.rendition.Rendition;
import io.zaigang.ingest.rendition.RenditionSettings;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clip}: cuts evidence, or checks it. */
@Command(
    name = "clip",
    description = "Cuts evidence with its manifest, or checks a clip against its manifest.",
    mixinStandardHelpOptions = true)
final class ClipCommand implements Callable<Integer> {

  /** What is cut. */
  static final class Cut {
    @Option(names = "--camera", required = true, paramLabel = "ID", description = "camera id")
    private String cameraId = "";

    @Option(names = "--from", required = true, paramLabel = "INSTANT", description = "begin")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "INSTANT", description = "end")
    private Instant to = Instant.EPOCH;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "data directory")
    private Path data = Path.of("data");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "MP4 to write")
    private Path out = Path.of("");

    @Option(
        names = "--blur-outside",
        paramLabel = "FILE",
        description =
            "site plan: nobody outside of the posts that the camera sees can be recognised; place,"
                + " time and posts are burnt in")
    private @Nullable Path blurOutside;
  }

  /** Either cut or check. */
  static final class Choice {
    @ArgGroup(exclusive = false)
    private @Nullable Cut cut;

    @ArgGroup(exclusive = false)
    private @Nullable Check check;
  }

  /** What is checked. */
  static final class Check {
    @Option(
        names = "--check",
        required = true,
        paramLabel = "FILE",
        description = "exit 0 when clip, manifest, hash chain and source segments agree, else 1")
    private Path clip = Path.of("");

    @Option(
        names = "--against",
        paramLabel = "DIR",
        description = "data directory it was cut from; default: the one it lies in, if any")
    private @Nullable Path data;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Choice choice = new Choice();

  @Override
  public Integer call() throws IOException, SitePlanException {
    if (choice.check != null) {
      return check(choice.check);
    }
    if (choice.cut == null) {
      throw new UserMistake("Say what to cut, or --check FILE");
    }
    return cut(choice.cut);
  }

  private int cut(Cut cut) throws IOException, SitePlanException {
    Path folder = cut.out.toAbsolutePath().getParent();
    if (!cut.from.isBefore(cut.to)) {
      throw new UserMistake("--from " + cut.from + " is not before --to " + cut.to);
    }
    if (!Files.isDirectory(cut.data) || !Files.isReadable(cut.data)) {
      throw new UserMistake("Data directory '" + cut.data + "' cannot be read");
    }
    if (folder == null || !Files.isWritable(folder)) {
      throw new UserMistake("'" + cut.out + "' cannot be written: no such folder, or no right to");
    }
    FootageLog log = FootageLog.open(cut.data);
    ClipPlan plan = ClipPlan.of(cut.cameraId, cut.from, cut.to);
    Path site = cut.blurOutside;
    if (site == null) {
      Clip clip = new ClipCutter(log).cut(plan, cut.out).requireWhole();
      return tell(clip, cut, seal(ClipManifest.of(clip, plan, log), cut));
    }
    Overlay overlay = overlay(site, cut.cameraId);
    Path plain = Files.createTempFile(folder, ".clip-", ".mp4");
    try {
      Clip clip = new ClipCutter(log).cut(plan, plain).requireWhole();
      new Rendition(overlay, RenditionSettings.DEFAULT, OverlayFont.find())
          .make(new Rendition.Source(plain, clip.pieces(), clip.chapters()), cut.out);
      ClipManifest manifest = ClipManifest.of(clip, plan, log).rendition(cut.out);
      return tell(clip, cut, seal(manifest.with("rendition", "BLURRED"), cut));
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private static Overlay overlay(Path site, String cameraId) throws SitePlanException {
    SitePlan plan = SitePlanFile.load(site);
    Overlay overlay = PlanOverlay.of(plan, cameraId);
    if (overlay.clear().isEmpty()) {
      throw new UserMistake(
          "Site plan '" + site + "' has no post that camera '" + cameraId + "' sees");
    }
    return overlay.blurred();
  }

  private int tell(Clip clip, Cut cut, Path manifest) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %s to %s, from %d segments; manifest %s%n",
            cut.out, clip.from(), clip.to(), clip.segments().size(), manifest);
    return 0;
  }

  /** In the installation's chain, unless its data may only be read from here. */
  private static Path seal(ClipManifest manifest, Cut cut) throws IOException {
    if (!Files.isWritable(cut.data)) {
      return manifest.writeUnchained().file();
    }
    String name = "export/" + cut.out.getFileName();
    return manifest.write(ManifestChain.ofData(cut.data), name, Instant.now()).file();
  }

  private int check(Check asked) throws IOException {
    Path data = asked.data;
    if (data != null && !Files.isDirectory(data)) {
      throw new UserMistake("Data directory '" + data + "' cannot be read");
    }
    ClipCheck check = data == null ? ClipCheck.of(asked.clip) : ClipCheck.ofData(asked.clip, data);
    check.problems().forEach(problem -> spec.commandLine().getErr().println(problem));
    check.notes().forEach(note -> spec.commandLine().getOut().println("Note: " + note));
    if (check.agrees()) {
      spec.commandLine().getOut().println(asked.clip + " agrees with its manifest");
    }
    return check.agrees() ? 0 : 1;
  }
}
