package io.zaigang.job.detect;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.job.source.CameraSample;
import java.io.Serializable;
import java.util.List;

/**
 * Judges from picture to picture whether someone is at each post. One per task, used by its thread
 * alone, for all cameras that the task reads.
 *
 * <p>Two things only may carry over from one picture of a camera to the next: the sample's {@link
 * io.zaigang.job.source.CameraMemory}, which is stored with the camera's position, and the last
 * picture itself, which is decoded again after a restart ({@link #remind}). So a restored run
 * judges as an undisturbed one would.
 */
public interface PostObserver extends AutoCloseable {

  /**
   * The posts that the camera sees, in plan order.
   *
   * @param persons everyone found in the whole picture
   */
  List<PostEvidence> observe(CameraSample.Sampled sample, List<PersonDetection> persons);

  /** Takes the last picture before a restart as the one to compare with. */
  void remind(CameraSample.Reference reference);

  /** Inferences run since the last call. */
  int inferences();

  @Override
  void close();

  /** Makes an observer where the task runs. */
  @FunctionalInterface
  interface Factory extends Serializable {
    PostObserver open();
  }
}
