package io.zaigang.models.convert;

import io.zaigang.models.registry.ModelRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code models.yaml} for the models converted. */
final class ModelsYamlWriter {

  private ModelsYamlWriter() {}

  static byte[] write(List<ModelRecipe> recipes, Function<ModelRecipe, String> sha256) {
    StringBuilder yaml =
        new StringBuilder("# Written by the build; copy it to use other weights.\n");
    yaml.append("use:\n");
    role(yaml, ModelRole.DETECTOR, "nanodet");
    role(yaml, ModelRole.CROP_DETECTOR, "coco-ssd");
    role(yaml, ModelRole.POSE, "movenet-lightning");
    yaml.append("models:\n");
    for (ModelRecipe recipe : recipes) {
      yaml.append("  - id: ").append(recipe.id()).append('\n');
      line(yaml, "family", recipe.family().id());
      line(yaml, "path", ConvertModels.fileName(recipe));
      line(yaml, "sha256", sha256.apply(recipe));
      line(
          yaml,
          "input",
          "{ width: " + recipe.input().widthPx() + ", height: " + recipe.input().heightPx() + " }");
      line(yaml, "licence", quoted(recipe.licence()));
      line(yaml, "classNames", names(recipe.classNames()));
    }
    return yaml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void role(StringBuilder yaml, ModelRole role, String id) {
    yaml.append("  ").append(role.id()).append(": ").append(id).append('\n');
  }

  private static void line(StringBuilder yaml, String key, String value) {
    yaml.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private static String names(List<String> names) {
    return names.stream().map(ModelsYamlWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }
}
