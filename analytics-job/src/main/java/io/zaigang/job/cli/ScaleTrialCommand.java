package io.zaigang.job.cli;

import io.zaigang.job.scale.ScaleTrial;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code zaigang scale-trial}: a county's observations through the rules, without a pixel. */
@Command(
    name = "scale-trial",
    description =
        "Runs simulated observations of many cameras through the rules: speed, state, checkpoints.",
    mixinStandardHelpOptions = true)
final class ScaleTrialCommand implements Callable<Integer> {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "For checkpoints, in a folder of its own.")
  private Path data = Path.of("");

  @Option(
      names = "--cameras",
      paramLabel = "N",
      description = "Default ${DEFAULT-VALUE}, three posts each.")
  private int cameras = 10_000;

  @Option(
      names = "--span",
      paramLabel = "DURATION",
      description = "Media time to simulate; default ${DEFAULT-VALUE}.")
  private String span = "PT10M";

  @Option(names = "--parallelism", paramLabel = "N", description = "Default: one a core.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws Exception {
    Duration simulated = Inputs.durations("--span", List.of(span)).get(0);
    if (cameras < 1 || cameras > 1_000_000) {
      throw new CallRefusedException("--cameras is " + cameras + "; it must be 1 to 1000000");
    }
    Path checkpoints = Files.createTempDirectory(Inputs.outDir(data), "scale-trial-");
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    Map<String, Object> figures =
        new ScaleTrial(cameras, simulated, parallelism, checkpoints).run(progress::update);
    PrintWriter screen = spec.commandLine().getOut();
    screen.println(MAPPER.writeValueAsString(figures));
    screen.flush();
    return 0;
  }
}
