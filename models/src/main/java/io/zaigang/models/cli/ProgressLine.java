package io.zaigang.models.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Says how far a long run is: steadily on a terminal, once a minute elsewhere. */
final class ProgressLine {

  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofMinutes(1);

  private final PrintWriter out;
  private final boolean terminal = System.console() != null;
  private final String what;
  private final int total;
  private long lastNanos = System.nanoTime();

  ProgressLine(PrintWriter out, String what, int total) {
    this.out = out;
    this.what = what;
    this.total = total;
  }

  void update(int done) {
    long now = System.nanoTime();
    Duration every = terminal ? ON_TERMINAL : ELSEWHERE;
    if (done < total && now - lastNanos < every.toNanos()) {
      return;
    }
    lastNanos = now;
    String line = done + " of " + total + " " + what;
    if (terminal) {
      out.print("\r" + line + (done == total ? System.lineSeparator() : ""));
    } else if (done < total) {
      out.println(line);
    }
    out.flush();
  }
}
