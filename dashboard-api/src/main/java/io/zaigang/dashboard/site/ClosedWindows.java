package io.zaigang.dashboard.site;

import io.zaigang.domain.site.WindowClosure;
import java.time.Instant;
import java.util.List;

/** What the plan must be told of windows that are closed with leave; duty knows it. */
public interface ClosedWindows {

  /**
   * Closures that are not over by an instant, by begin, each from where on nobody is judged by it.
   */
  List<WindowClosure> inForceAfter(Instant since);
}
