package io.zaigang.job.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Says how far a long run is: steadily on a terminal, once a minute elsewhere. */
final class ProgressLine {

  private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
  private static final Duration ELSEWHERE = Duration.ofMinutes(1);

  private final PrintWriter out;
  private final boolean terminal = System.console() != null;
  private long lastNanos = System.nanoTime();

  ProgressLine(PrintWriter out) {
    this.out = out;
  }

  void update(String line) {
    long now = System.nanoTime();
    if (now - lastNanos < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
      return;
    }
    lastNanos = now;
    if (terminal) {
      out.print("\r" + line);
    } else {
      out.println(line);
    }
    out.flush();
  }
}
