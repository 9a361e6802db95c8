package io.zaigang.job.source;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.picture.BgrPicture;
import java.time.Instant;

/** One camera at one moment. */
public sealed interface CameraSample extends FootageElement {

  /** The camera and what it looks at, by the site plan in force where it was read. */
  CameraView view();

  /** Media time. */
  Instant at();

  /**
   * A sample to be judged.
   *
   * @param framesDecoded frames that had to be decoded to get it
   * @param memory what is remembered of this camera; what is written to it is kept
   */
  record Sampled(
      CameraView view, Instant at, BgrPicture picture, int framesDecoded, CameraMemory memory)
      implements CameraSample {
    @Override
    public void close() {
      picture.close();
    }
  }

  /**
   * The last sample before a restart, decoded once more: it was judged then, and is only what the
   * next one is compared with.
   */
  record Reference(CameraView view, Instant at, BgrPicture picture, CameraMemory memory)
      implements CameraSample {
    @Override
    public void close() {
      picture.close();
    }
  }

  /** A sample that was due and cannot be had although something was recorded. */
  record Blind(CameraView view, Instant at, BlindCause cause) implements CameraSample {
    @Override
    public void close() {
      // holds no pixels
    }
  }
}
