package io.zaigang.job.source.reader;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.picture.BgrPicture;
import java.time.Instant;

/** One step in reading one camera: what the fetching thread hands to the task. */
public sealed interface FootageItem {

  /** Gives back the pixels of an item that nobody will take any more. */
  default void discard() {}

  /** The picture of a sample. */
  record Picture(Instant at, BgrPicture picture, int framesDecoded) implements FootageItem {
    @Override
    public void discard() {
      picture.close();
    }
  }

  /** The picture of the last sample emitted before a restart. */
  record LastPicture(Instant at, BgrPicture picture) implements FootageItem {
    @Override
    public void discard() {
      picture.close();
    }
  }

  /** A sample that was due and could not be decoded. */
  record Unusable(Instant at, BlindCause cause) implements FootageItem {}

  /**
   * Nothing was recorded up to here, and footage goes on there.
   *
   * @param until where the next footage begins
   */
  record Hole(Instant until) implements FootageItem {}

  /** No footage has come for long, while that of other cameras of this reader does. */
  record Silent() implements FootageItem {}

  /**
   * No footage has come for long from any camera of this reader.
   *
   * @param until footage before this is not expected any more
   */
  record AllSilent(Instant until) implements FootageItem {}
}
