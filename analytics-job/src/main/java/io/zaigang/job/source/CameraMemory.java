package io.zaigang.job.source;

import java.util.Map;

/**
 * What judging a camera's pictures must remember from one to the next, besides the last picture:
 * figures by name. It is part of the camera's split, so position and memory are stored, restored
 * and moved to other tasks together.
 *
 * <p>Written by detection while it handles a sample, in the reader's own thread.
 */
public final class CameraMemory {

  private Map<String, Double> figures;

  public CameraMemory(Map<String, Double> figures) {
    this.figures = Map.copyOf(figures);
  }

  /** The figures as they were left last; empty at the beginning. */
  public Map<String, Double> figures() {
    return figures;
  }

  /** Replaces everything remembered. */
  public void become(Map<String, Double> newFigures) {
    figures = Map.copyOf(newFigures);
  }
}
