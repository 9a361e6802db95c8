package io.zaigang.dashboard.dingtalk;

import java.time.Duration;

/** Waits; tests count instead. */
@FunctionalInterface
interface Pause {

  void last(Duration duration) throws InterruptedException;
}
