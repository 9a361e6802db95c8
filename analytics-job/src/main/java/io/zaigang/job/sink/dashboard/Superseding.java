package io.zaigang.job.sink.dashboard;

/** What happens to an object that still waits when a newer one about the same thing comes. */
public enum Superseding {
  /** Both are delivered, in order. */
  KEEP_ALL,
  /** Only the newer one is: it says all there is to say. */
  KEEP_NEWEST
}
