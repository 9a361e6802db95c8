package io.zaigang.models.registry;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code models.yaml}, gathering all problems before it refuses. */
final class ModelsYaml {

  private static final Set<String> ROOT_KEYS = Set.of("use", "models", "phoneHead");
  private static final Set<String> HEAD_KEYS = Set.of("path", "use");
  private static final Set<String> MODEL_KEYS =
      Set.of("id", "family", "path", "sha256", "input", "classNames", "licence");

  /** Short for the 80 classes in the order that most detectors number them. */
  private static final String COCO = "coco";

  private static final Set<String> INPUT_KEYS = Set.of("width", "height");

  private final Path file;
  private final YamlReading reading;

  private ModelsYaml(Path file) {
    this.file = file;
    this.reading = new YamlReading(file);
  }

  static ModelRegistry read(Path file) {
    Node root = compose(file);
    ModelsYaml yaml = new ModelsYaml(file);
    ModelRegistry registry = yaml.registry(root);
    if (!yaml.reading.problems().isEmpty()) {
      throw new ModelRegistryException(yaml.reading.problems());
    }
    return registry;
  }

  private static Node compose(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelRegistryException(
          List.of(
              file + ": not found; build it with `mvn -pl models -am compile`, or name another"));
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root == null) {
        throw new ModelRegistryException(List.of(file + ": empty; expected `models`"));
      }
      return root;
    } catch (YAMLException e) {
      throw new ModelRegistryException(
          List.of(file + ": no YAML: " + Objects.toString(e.getMessage()).replace('\n', ' ')));
    } catch (IOException e) {
      throw new ModelRegistryException(List.of(file + ": cannot be read: " + e.getMessage()));
    }
  }

  private ModelRegistry registry(Node root) {
    Map<String, Node> entries = reading.mapping("", root, ROOT_KEYS);
    List<ModelEntry> models = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Node list = entries.get("models");
    if (list == null) {
      reading.problem("models", root, "missing");
    } else {
      List<Node> items = reading.sequence("models", list);
      for (int i = 0; i < items.size(); i++) {
        String path = "models[" + i + "]";
        ModelEntry model = model(path, items.get(i)).orElse(null);
        if (model != null && !ids.add(model.id())) {
          reading.problem(path + ".id", items.get(i), "'" + model.id() + "' is there twice");
        } else if (model != null) {
          models.add(model);
        }
      }
    }
    return new ModelRegistry(
        models, roles(entries.get("use"), ids), phoneHead(entries.get("phoneHead")));
  }

  /** In use unless it is said not to be. */
  private @Nullable PhoneHeadEntry phoneHead(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    Map<String, Node> entries = reading.mapping("phoneHead", node, HEAD_KEYS);
    Node use = entries.get("use");
    String word = use == null ? "true" : reading.text("phoneHead.use", use);
    if (use != null && !"true".equals(word) && !"false".equals(word)) {
      reading.problem("phoneHead.use", use, "expected true or false, not '" + word + "'");
    }
    String name = reading.requiredText("phoneHead", node, entries, "path");
    if (name == null || !"true".equals(word)) {
      return null;
    }
    Path head = file.toAbsolutePath().resolveSibling(name).normalize();
    return hash("phoneHead", Objects.requireNonNull(entries.get("path")), head, null)
        .map(sha256 -> new PhoneHeadEntry(head, sha256))
        .orElse(null);
  }

  private Map<ModelRole, String> roles(@Nullable Node use, Set<String> ids) {
    Map<ModelRole, String> roles = new EnumMap<>(ModelRole.class);
    if (use == null) {
      return roles;
    }
    Set<String> known = new HashSet<>();
    for (ModelRole role : ModelRole.values()) {
      known.add(role.id());
    }
    Map<String, Node> entries = reading.mapping("use", use, known);
    for (ModelRole role : ModelRole.values()) {
      Node node = entries.get(role.id());
      String id = node == null ? null : reading.text("use." + role.id(), node);
      if (node != null && id != null && !ids.contains(id)) {
        reading.problem("use." + role.id(), node, "no model '" + id + "' under `models`");
      } else if (id != null) {
        roles.put(role, id);
      }
    }
    return roles;
  }

  private Optional<ModelEntry> model(String path, Node node) {
    Map<String, Node> entries = reading.mapping(path, node, MODEL_KEYS);
    String id = reading.requiredText(path, node, entries, "id");
    String fileName = reading.requiredText(path, node, entries, "path");
    String licence = reading.requiredText(path, node, entries, "licence");
    List<String> classNames = classNames(path, entries.get("classNames"));
    if (fileName == null) {
      return Optional.empty();
    }
    Path weights = file.toAbsolutePath().resolveSibling(fileName).normalize();
    ModelFamily family = family(path, node, entries, weights, classNames);
    InputSize input = input(path, node, entries, weights);
    if (id == null || family == null || licence == null || input == null) {
      return Optional.empty();
    }
    return hash(path, Objects.requireNonNull(entries.get("path")), weights, entries.get("sha256"))
        .map(sha256 -> new ModelEntry(id, family, weights, sha256, input, classNames, licence));
  }

  /** As named, or else as the graph shows it. */
  private @Nullable ModelFamily family(
      String path, Node node, Map<String, Node> entries, Path weights, List<String> classNames) {
    Node named = entries.get("family");
    if (named == null) {
      return recognised(path, node, weights, classNames);
    }
    String word = reading.text(path + ".family", named);
    if (word == null) {
      return null;
    }
    Optional<ModelFamily> family = ModelFamily.of(word);
    if (family.isEmpty()) {
      reading.problem(path + ".family", named, "'" + word + "' is none of " + ModelFamily.words());
    }
    return family.orElse(null);
  }

  private @Nullable ModelFamily recognised(
      String path, Node node, Path weights, List<String> classNames) {
    OnnxSignature signature = signature(weights).orElse(null);
    if (signature == null) {
      reading.problem(
          path + ".family",
          node,
          "missing, and "
              + weights
              + " is no ONNX model to tell it from; one of "
              + ModelFamily.words());
      return null;
    }
    Optional<ModelFamily> family = new FamilyRecognition(signature, classNames.size()).family();
    if (family.isEmpty()) {
      reading.problem(
          path + ".family",
          node,
          "missing, and outputs "
              + signature.outputs()
              + " with "
              + classNames.size()
              + " classNames are of no family known; one of "
              + ModelFamily.words());
    }
    return family.orElse(null);
  }

  private static Optional<OnnxSignature> signature(Path weights) {
    try {
      return Optional.of(OnnxSignature.read(weights)).filter(s -> !s.outputs().isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As stated, or else as the graph fixes it. */
  private @Nullable InputSize input(
      String path, Node node, Map<String, Node> entries, Path weights) {
    Node input = entries.get("input");
    if (input == null) {
      Optional<InputSize> fixed = signature(weights).flatMap(OnnxSignature::fixedInput);
      if (fixed.isEmpty()) {
        reading.problem(
            path + ".input",
            node,
            "missing, and not fixed by the graph; for example { width: 416, height: 416 }");
      }
      return fixed.orElse(null);
    }
    Map<String, Node> sides = reading.mapping(path + ".input", input, INPUT_KEYS);
    Integer width = reading.requiredInteger(path + ".input", input, sides, "width");
    Integer height = reading.requiredInteger(path + ".input", input, sides, "height");
    if (width == null || height == null) {
      return null;
    }
    try {
      return new InputSize(width, height);
    } catch (IllegalArgumentException e) {
      reading.problem(path + ".input", input, Objects.toString(e.getMessage()));
      return null;
    }
  }

  private List<String> classNames(String path, @Nullable Node node) {
    List<String> names = new ArrayList<>();
    if (node instanceof ScalarNode word && word.getValue().equals(COCO)) {
      return CocoClasses.NAMES;
    }
    if (node != null) {
      for (Node item : reading.sequence(path + ".classNames", node)) {
        names.add(Objects.toString(reading.text(path + ".classNames", item), ""));
      }
    }
    return names;
  }

  private Optional<String> hash(String path, Node pathNode, Path weights, @Nullable Node stated) {
    if (!Files.isRegularFile(weights)) {
      reading.problem(path + ".path", pathNode, "no file " + weights);
      return Optional.empty();
    }
    try {
      String actual = Sha256.of(weights);
      String expected = stated == null ? null : reading.text(path + ".sha256", stated);
      if (expected != null && !expected.toLowerCase(Locale.ROOT).equals(actual)) {
        reading.problem(
            path + ".sha256",
            Objects.requireNonNull(stated),
            weights + " has " + actual + ", not " + expected + "; it was changed or replaced");
      }
      return Optional.of(actual);
    } catch (IOException e) {
      reading.problem(path + ".path", pathNode, weights + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }
}
