package io.zaigang.job.cli;

import io.zaigang.ingest.av.VideoFile;
import io.zaigang.job.benchmark.Benchmark;
import io.zaigang.job.benchmark.BenchmarkRequest;
import io.zaigang.job.benchmark.BenchmarkScene;
import io.zaigang.job.detect.ModelDetection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code zaigang benchmark}: the cost of the pipeline beside its floor. */
@Command(
    name = "benchmark",
    description = {
      "Measures what analysis costs on this machine: beside decoding and networks alone, beside"
          + " the usual way, with growing numbers of cameras, and over an hour.",
      "Counts CPU seconds, so other work on the machine disturbs it little."
    },
    mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Keeps its footage in DIR/benchmark; composes it the first time.")
  private Path data = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "For the result.")
  private Path out = Path.of("");

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "Your own footage, such as a minute of one of your cameras; H.264 or H.265.")
  private @Nullable Path video;

  @Option(
      names = "--videos",
      paramLabel = "DIR",
      description = "The demo's videos of people, for the composed hall; default: nobody in it.")
  private @Nullable Path videos;

  @Option(
      names = "--span",
      paramLabel = "DURATION",
      description = "Footage to compare over; default ${DEFAULT-VALUE}.")
  private String span = "PT4M";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often to compare; default ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--cameras",
      split = ",",
      paramLabel = "N",
      description = "Numbers of cameras to try; default 1,4,16,32.")
  private List<Integer> cameras = List.of(1, 4, 16, 32);

  @Option(
      names = "--memory",
      paramLabel = "DURATION",
      description = "Footage to watch memory over; PT0S: none; default ${DEFAULT-VALUE}.")
  private String memory = "PT1H";

  @Mixin private ModelsOption models = new ModelsOption();

  @Override
  public Integer call() throws Exception {
    ModelDetection detection = models.detection();
    Path dir = Inputs.outDir(data).resolve("benchmark");
    Files.createDirectories(dir);
    PrintWriter screen = spec.commandLine().getErr();
    BenchmarkRequest request = request(detection, dir);
    Map<String, Object> result = new Benchmark(request, line -> say(screen, line)).run();
    write(MAPPER.writeValueAsString(result) + "\n");
    return 0;
  }

  private BenchmarkRequest request(ModelDetection detection, Path dir)
      throws IOException, CallRefusedException {
    Duration compared = Inputs.durations("--span", List.of(span)).get(0);
    Path scene = video == null ? composed(dir) : video;
    Path footage = video == null ? dir : dir.resolve("own-" + scene.getFileName());
    try (VideoFile file = VideoFile.open(scene)) {
      return new BenchmarkRequest(
          footage,
          detection,
          scene,
          file.framesPerSecond(),
          compared,
          rounds,
          cameras,
          memorySpan());
    } catch (IOException e) {
      throw new CallRefusedException("--video " + scene + " is no video: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new CallRefusedException(String.valueOf(e.getMessage()));
    }
  }

  private Duration memorySpan() throws CallRefusedException {
    return memory.equals("PT0S")
        ? Duration.ZERO
        : Inputs.durations("--memory", List.of(memory)).get(0);
  }

  private Path composed(Path dir) throws IOException {
    say(spec.commandLine().getErr(), "composing a minute of footage, if it is not there yet");
    return BenchmarkScene.in(dir, videos);
  }

  /** Whole or not at all. */
  private void write(String json) throws IOException {
    Path target = out.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
    Files.writeString(unfinished, json, StandardCharsets.UTF_8);
    Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void say(PrintWriter screen, String line) {
    screen.println("benchmark: " + line);
    screen.flush();
  }
}
