package io.zaigang.job.detect;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.job.source.CameraSample;
import java.io.Serializable;
import java.util.Set;

/**
 * Says what pictures show. One per task, used by its thread alone, for all cameras that the task
 * reads.
 *
 * <p>Two things only may carry over from one picture of a camera to the next: what is kept in the
 * sample's {@link io.zaigang.job.source.CameraMemory}, which is stored with the camera's position,
 * and the last picture itself, which is decoded again after a restart ({@link #remind}). So a
 * restored run judges as an undisturbed one would.
 */
public interface FrameJudge extends AutoCloseable {

  /** Who is in the picture, and at which posts; or why the picture is of no use. */
  FrameDetections judge(CameraSample.Sampled sample);

  /** Takes the last picture before a restart as the one to compare with. */
  void remind(CameraSample.Reference reference);

  /** Inferences run since the last call. */
  int inferences();

  /** Cameras that are planned; what is held of others can go. */
  void keepOnly(Set<String> cameraIds);

  @Override
  void close();

  /** Makes a judge where the task runs: models are native memory and do not travel. */
  @FunctionalInterface
  interface Factory extends Serializable {
    FrameJudge open();
  }
}
