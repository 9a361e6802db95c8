package io.zaigang.models.evaluate;

import io.zaigang.domain.geometry.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labels in COCO's {@code instances.json} form. */
public final class CocoAnnotations {

  private final Path file;
  private final Map<Long, String> categories = new LinkedHashMap<>();
  private final Map<Long, String> fileNames = new LinkedHashMap<>();
  private final Map<Long, List<Truth>> truths = new LinkedHashMap<>();

  private CocoAnnotations(Path file) {
    this.file = file;
  }

  /**
   * All pictures of the file, in its order.
   *
   * @throws InvalidAnnotationsException when the file is missing, no JSON, or not of COCO's form
   */
  public static List<LabelledPicture> read(Path file) throws InvalidAnnotationsException {
    CocoAnnotations annotations = new CocoAnnotations(file);
    annotations.readAll(parse(file));
    List<LabelledPicture> pictures = new ArrayList<>();
    annotations.fileNames.forEach(
        (id, name) ->
            pictures.add(
                new LabelledPicture(name, annotations.truths.getOrDefault(id, List.of()))));
    return pictures;
  }

  private static JsonNode parse(Path file) throws InvalidAnnotationsException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidAnnotationsException(file + " not found; expected COCO's instances.json");
    }
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidAnnotationsException(file + " cannot be read: " + e.getMessage());
    } catch (JacksonException e) {
      throw new InvalidAnnotationsException(file + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private void readAll(JsonNode root) throws InvalidAnnotationsException {
    for (JsonNode category : list(root, "categories")) {
      categories.put(id(category, "id", "categories"), category.path("name").asString(""));
    }
    for (JsonNode image : list(root, "images")) {
      String name = image.path("file_name").asString("");
      if (name.isEmpty()) {
        throw new InvalidAnnotationsException(file + ": an entry of `images` has no file_name");
      }
      fileNames.put(id(image, "id", "images"), name);
    }
    for (JsonNode annotation : list(root, "annotations")) {
      readAnnotation(annotation);
    }
  }

  private void readAnnotation(JsonNode annotation) throws InvalidAnnotationsException {
    long image = id(annotation, "image_id", "annotations");
    long category = id(annotation, "category_id", "annotations");
    String label = categories.get(category);
    if (!fileNames.containsKey(image) || label == null) {
      throw new InvalidAnnotationsException(
          file
              + ": annotation "
              + annotation.path("id").asString("?")
              + " names image "
              + image
              + " and category "
              + category
              + ", of which one is not listed");
    }
    boolean crowd = annotation.path("iscrowd").asInt(0) != 0;
    truths
        .computeIfAbsent(image, key -> new ArrayList<>())
        .add(new Truth(label, box(annotation), crowd));
  }

  private Box box(JsonNode annotation) throws InvalidAnnotationsException {
    JsonNode bbox = annotation.path("bbox");
    if (bbox.size() == 4) {
      double[] edges = new double[4];
      boolean numbers = true;
      for (int i = 0; i < 4; i++) {
        numbers &= bbox.get(i).isNumber();
        edges[i] = bbox.get(i).asDouble(0);
      }
      if (numbers && edges[2] >= 0 && edges[3] >= 0) {
        return new Box(edges[0], edges[1], edges[2], edges[3]);
      }
    }
    throw new InvalidAnnotationsException(
        file
            + ": annotation "
            + annotation.path("id").asString("?")
            + " needs bbox [x, y, width, height], not "
            + bbox);
  }

  private JsonNode list(JsonNode root, String key) throws InvalidAnnotationsException {
    JsonNode list = root.path(key);
    if (!list.isArray()) {
      throw new InvalidAnnotationsException(
          file + ": no list `" + key + "`; expected COCO's images, annotations and categories");
    }
    return list;
  }

  private long id(JsonNode entry, String key, String list) throws InvalidAnnotationsException {
    JsonNode id = entry.path(key);
    if (!id.isIntegralNumber()) {
      throw new InvalidAnnotationsException(
          file + ": an entry of `" + list + "` has no whole number `" + key + "`");
    }
    return id.asLong();
  }
}
