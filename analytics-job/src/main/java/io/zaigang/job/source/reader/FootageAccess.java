package io.zaigang.job.source.reader;

import io.zaigang.job.source.split.FootageSplit;
import java.io.Serializable;

/** Opens cameras' footage where the job runs: the seam that lets tests do without video. */
@FunctionalInterface
public interface FootageAccess extends Serializable {

  /**
   * Reads one camera from a split's position on; does not fail for footage that is missing.
   *
   * @param analysisFps samples a second
   */
  CameraFootage open(FootageSplit split, double analysisFps);
}
