package io.zaigang.ingest.cli;

import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneFile;
import io.zaigang.ingest.playout.SceneScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compose}: demo footage from a scenario. */
@Command(
    name = "compose",
    description = "Composes demo footage: people from videos, pasted into a hall by a scenario.",
    mixinStandardHelpOptions = true)
final class ComposeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--scenario",
      required = true,
      paramLabel = "FILE",
      description = "scenario in YAML")
  private Path scenario = Path.of("");

  @Option(
      names = "--videos",
      required = true,
      paramLabel = "DIR",
      description = "folder of the videos it names")
  private Path videos = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "MP4 to write")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(scenario)) {
      throw new UserMistake("Scenario '" + scenario + "' cannot be read");
    }
    if (!Files.isDirectory(videos)) {
      throw new UserMistake("Videos folder '" + videos + "' is no folder");
    }
    SceneScenario scene;
    try {
      scene = SceneFile.load(scenario);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
    new SceneComposer(scene, videos).compose(out);
    spec.commandLine().getOut().printf("%s: %s of footage%n", out, scene.duration());
    return 0;
  }
}
