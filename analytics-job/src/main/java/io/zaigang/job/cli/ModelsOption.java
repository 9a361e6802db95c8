package io.zaigang.job.cli;

import io.zaigang.job.detect.ModelDetection;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.registry.ModelRegistryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --models}, the same in every command that looks at pictures. */
final class ModelsOption {

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Directory with models.yaml; default: environment variable ZAIGANG_MODELS.")
  private @Nullable Path dir;

  /** Detection by the directory given, or else by the one that the environment names. */
  ModelDetection detection() throws CallRefusedException {
    String named = System.getenv(ModelRegistry.ENVIRONMENT_VARIABLE);
    if (dir == null && (named == null || named.isBlank())) {
      throw new CallRefusedException(
          ModelRegistry.ENVIRONMENT_VARIABLE
              + " is not set and --models not given: where is models.yaml?"
              + " (After a build: models/target/weights)");
    }
    try {
      return ModelDetection.from(dir == null ? Path.of(String.valueOf(named)) : dir);
    } catch (ModelRegistryException e) {
      throw new CallRefusedException(e.problems());
    }
  }

  /** The models of the same directory. */
  ModelRegistry registry() throws CallRefusedException {
    return ModelRegistry.load(Path.of(detection().modelsDir()));
  }
}
