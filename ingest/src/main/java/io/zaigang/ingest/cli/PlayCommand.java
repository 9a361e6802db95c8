package io.zaigang.ingest.cli;

import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code play}: simulated cameras. */
@Command(
    name = "play",
    description = "Serves a video as simulated cameras: RTSP on the loopback address, in a loop.",
    mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--video",
      required = true,
      paramLabel = "FILE",
      description = "H.264 or H.265, any container")
  private Path video = Path.of("");

  @Option(names = "--port", required = true, paramLabel = "N", description = "0: a free one")
  private int port;

  @Option(
      names = "--path",
      arity = "1..*",
      paramLabel = "PATH",
      defaultValue = "/cam1",
      description = "one camera a path (default: ${DEFAULT-VALUE})")
  private List<String> paths = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(video)) {
      throw new UserMistake(
          "Video '" + video + "' cannot be read: no such file, or no right to it");
    }
    EncodedVideo encoded = EncodedVideo.load(video);
    try (RtspPlayoutServer server = start()) {
      for (String path : paths) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        server.add(absolute, encoded);
        spec.commandLine().getOut().println("serving " + server.url(absolute));
      }
      spec.commandLine().getOut().flush();
      // Serves until the process is told to end.
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private RtspPlayoutServer start() {
    try {
      return RtspPlayoutServer.start(port);
    } catch (IOException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }
}
