package io.zaigang.job.detect;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.job.source.CameraSample;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * Judges from picture to picture whether someone is at each post. One per task, used by its thread
 * alone, for all cameras that the task reads.
 *
 * <p>What it must remember of a camera beyond the last picture is a {@link CameraMemory}, kept in
 * checkpoints; the last picture itself is decoded again after a restart ({@link #remind}). So a
 * restored run judges as an undisturbed one would.
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

  /** What must survive a restart. */
  Collection<CameraMemory> memories();

  /** Takes back what a former life remembered of a camera. */
  void recall(CameraMemory memory);

  @Override
  void close();

  /** Makes an observer where the task runs. */
  @FunctionalInterface
  interface Factory extends Serializable {
    PostObserver open();
  }
}
