package io.zaigang.ingest.cli;

import io.zaigang.ingest.clip.Clip;
import io.zaigang.ingest.clip.ClipCutter;
import io.zaigang.ingest.clip.ClipManifest;
import io.zaigang.ingest.footage.FootageLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
  }

  /** Either cut or check. */
  static final class Choice {
    @ArgGroup(exclusive = false)
    private @Nullable Cut cut;

    @Option(
        names = "--check",
        required = true,
        paramLabel = "FILE",
        description = "exit 0 when the clip and its manifest agree, else 1")
    private @Nullable Path check;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Choice choice = new Choice();

  @Override
  public Integer call() throws IOException {
    if (choice.check != null) {
      return check(choice.check);
    }
    if (choice.cut == null) {
      throw new UserMistake("Say what to cut, or --check FILE");
    }
    return cut(choice.cut);
  }

  private int cut(Cut cut) throws IOException {
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
    Clip clip = new ClipCutter(log).cut(cut.cameraId, cut.from, cut.to, cut.out);
    Path manifest = ClipManifest.write(clip, log);
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %s to %s, from %d segments; manifest %s%n",
            clip.file(), clip.from(), clip.to(), clip.segments().size(), manifest);
    return 0;
  }

  private int check(Path clip) throws IOException {
    List<String> problems = ClipManifest.check(clip);
    problems.forEach(problem -> spec.commandLine().getErr().println(problem));
    if (problems.isEmpty()) {
      spec.commandLine().getOut().println(clip + " agrees with its manifest");
    }
    return problems.isEmpty() ? 0 : 1;
  }
}
