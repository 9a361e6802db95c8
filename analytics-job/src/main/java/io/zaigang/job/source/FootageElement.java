package io.zaigang.job.source;

import io.zaigang.job.site.PlanVersion;

/**
 * What the footage source emits: samples of cameras, and the site plan whenever it changes.
 *
 * <p>It lives in the task that made it and is handed on by reference: see {@link
 * FootageElementType}. Whoever receives it closes it.
 */
public sealed interface FootageElement extends AutoCloseable
    permits CameraSample, FootageElement.PlanInForce {

  @Override
  void close();

  /** Everything that follows is read by this plan. Emitted first of all, by every reader. */
  record PlanInForce(PlanVersion version) implements FootageElement {
    @Override
    public void close() {
      // holds no pixels
    }
  }
}
