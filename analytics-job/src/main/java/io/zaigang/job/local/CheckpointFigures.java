package io.zaigang.job.local;

/**
 * The checkpoints of a job so far.
 *
 * @param maxBytes size of the largest, shared files of earlier ones included
 */
public record CheckpointFigures(long completed, long meanMillis, long maxMillis, long maxBytes) {

  /** None yet. */
  public static final CheckpointFigures NONE = new CheckpointFigures(0, 0, 0, 0);
}
