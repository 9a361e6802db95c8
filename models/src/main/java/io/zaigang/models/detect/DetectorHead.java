package io.zaigang.models.detect;

import io.zaigang.domain.geometry.Box;
import io.zaigang.models.imaging.Preprocessing;
import io.zaigang.models.registry.InputSize;
import java.util.List;
import java.util.Optional;

/** What a family of networks means by its tensors. */
interface DetectorHead {

  Preprocessing preprocessing();

  /** Input size for a region; families of fixed size give that. */
  InputSize inputSize(Box region);

  /**
   * Why these outputs are not this family's: what was expected and what was found; empty when they
   * fit.
   *
   * @param input size that they were computed at
   * @param classes number of classes that the registry names
   */
  Optional<String> mismatch(List<Output> outputs, InputSize input, int classes);

  /** All boxes of the wanted classes over their scores, overlapping ones included. */
  List<Candidate> candidates(List<Output> outputs, InputSize input, List<WantedClass> wanted);

  /** Overlap from which two boxes are one object; 1 for families that give one box an object. */
  default double nmsIou(double configured) {
    return configured;
  }
}
