package io.zaigang.models.registry;

import java.nio.file.Path;
import java.util.List;

/**
 * One model of {@code models.yaml}, its file present and its hash checked.
 *
 * @param id name in settings, results and manifests
 * @param family what its tensors mean
 * @param file the ONNX file
 * @param sha256 of that file, in lower-case hex
 * @param input size of its input; for families that take any size, the size used unless told
 * @param classNames label of each class index; an empty string for an index nobody uses; empty for
 *     models without classes
 * @param licence of the weights, as their origin states it
 */
public record ModelEntry(
    String id,
    ModelFamily family,
    Path file,
    String sha256,
    InputSize input,
    List<String> classNames,
    String licence) {

  public ModelEntry {
    classNames = List.copyOf(classNames);
  }
}
