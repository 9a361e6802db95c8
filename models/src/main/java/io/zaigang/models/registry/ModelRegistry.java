package io.zaigang.models.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The models that may be used, by id and by role, read from a {@code models.yaml}.
 *
 * <pre>
 * use: { detector: nanodet, cropDetector: coco-ssd, pose: movenet-lightning }
 * models:
 *   - id: nanodet
 *     family: nanodet
 *     path: nanodet.onnx        # relative to this file
 *     sha256: 4f…               # optional; refused when it does not fit the file
 *     input: { width: 416, height: 416 }
 *     classNames: [person, bicycle, …]
 *     licence: Apache-2.0
 * </pre>
 */
public final class ModelRegistry {

  /** Environment variable naming the directory that holds {@code models.yaml}. */
  public static final String ENVIRONMENT_VARIABLE = "ZAIGANG_MODELS";

  private static final String FILE_NAME = "models.yaml";

  private final List<ModelEntry> models;
  private final Map<ModelRole, String> roles;
  private final @Nullable PhoneHeadEntry phoneHead;

  ModelRegistry(
      List<ModelEntry> models, Map<ModelRole, String> roles, @Nullable PhoneHeadEntry phoneHead) {
    this.phoneHead = phoneHead;
    this.models = List.copyOf(models);
    this.roles = Map.copyOf(roles);
  }

  /**
   * Reads {@code models.yaml}, checks that every file is there and has the hash stated.
   *
   * @param path the file, or the directory that holds it
   * @throws ModelRegistryException listing all problems
   */
  public static ModelRegistry load(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(FILE_NAME) : path;
    return ModelsYaml.read(file);
  }

  /**
   * The registry in the directory that {@value #ENVIRONMENT_VARIABLE} names.
   *
   * @throws ModelRegistryException when it is unset, or as {@link #load}
   */
  public static ModelRegistry fromEnvironment() {
    return fromEnvironment(System.getenv(ENVIRONMENT_VARIABLE));
  }

  static ModelRegistry fromEnvironment(@Nullable String directory) {
    if (directory == null || directory.isBlank()) {
      throw new ModelRegistryException(
          List.of(
              ENVIRONMENT_VARIABLE
                  + " is not set; it names the directory with "
                  + FILE_NAME
                  + " (after a build: models/target/weights)"));
    }
    return load(Path.of(directory));
  }

  /** All models, in the file's order. */
  public List<ModelEntry> models() {
    return models;
  }

  /** SHA-256 by model id, in the file's order: what a result should name. */
  public Map<String, String> hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    models.forEach(model -> hashes.put(model.id(), model.sha256()));
    phoneHead().ifPresent(head -> hashes.put(PhoneHeadEntry.ID, head.sha256()));
    return hashes;
  }

  /**
   * What the site taught the phone stage; empty where nothing was taught, or it is switched off.
   */
  public Optional<PhoneHeadEntry> phoneHead() {
    return Optional.ofNullable(phoneHead);
  }

  /**
   * The model with this id.
   *
   * @throws ModelRegistryException naming those there are
   */
  public ModelEntry model(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new ModelRegistryException(
                    List.of(
                        "No model '"
                            + id
                            + "' in "
                            + FILE_NAME
                            + "; it has "
                            + models.stream()
                                .map(ModelEntry::id)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The model that plays a role.
   *
   * @throws ModelRegistryException when none is named for it
   */
  public ModelEntry model(ModelRole role) {
    String id = roles.get(role);
    if (id == null) {
      throw new ModelRegistryException(
          List.of(
              FILE_NAME + " names no model for '" + role.id() + "'; add `use." + role.id() + "`"));
    }
    return model(id);
  }

  /** Whether a model is named for a role. */
  public boolean names(ModelRole role) {
    return roles.containsKey(role);
  }

  private Optional<ModelEntry> find(String id) {
    return models.stream().filter(m -> m.id().equals(id)).findFirst();
  }
}
