package io.zaigang.models.detect;

import io.zaigang.models.registry.InputSize;
import io.zaigang.models.registry.ModelEntry;
import io.zaigang.models.registry.OnnxSignature;
import java.io.IOException;
import java.util.Optional;

/**
 * What a network's graph takes.
 *
 * @param fixed the only size of picture that it takes; empty when it takes others too
 * @param takesSize whether the size that boxes are scaled to is a second input
 */
record GraphInput(Optional<InputSize> fixed, boolean takesSize) {

  /** A file that is no model leaves everything open: loading it says what is wrong. */
  static GraphInput of(ModelEntry entry) {
    try {
      OnnxSignature signature = OnnxSignature.read(entry.file());
      return new GraphInput(signature.fixedInput(), signature.inputs().size() > 1);
    } catch (IOException e) {
      return new GraphInput(Optional.empty(), false);
    }
  }
}
