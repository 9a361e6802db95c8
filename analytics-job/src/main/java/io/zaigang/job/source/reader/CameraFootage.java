package io.zaigang.job.source.reader;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The footage of one camera, read forward. Not thread-safe. */
public interface CameraFootage extends AutoCloseable {

  /** Why {@link #next} gave nothing. */
  enum Ending {
    /** Nothing more is recorded yet. */
    NOT_YET,
    /** The end of the wanted span is reached. */
    DONE
  }

  /** The next item; null when there is none, see {@link #ending}. */
  @Nullable FootageItem next();

  /** What the last null of {@link #next} meant. */
  Ending ending();

  /**
   * Asked when footage has long been due: whether there is some that its recorder could not finish.
   * If so, it comes next.
   */
  default boolean takeUnfinished() {
    return false;
  }

  /** Media time up to which everything has been given out. */
  Instant position();

  @Override
  void close();
}
