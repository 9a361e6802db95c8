package io.zaigang.job.evaluate;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a {@link PresenceReport} for people. */
public final class PresenceTable {

  private static final String LINE = "%-34s %6s %6s %6s %6s %6s %6s %7s %7s %8s %9s %6s%n";

  private PresenceTable() {}

  /** Seconds and shares; a dash where there was nothing to measure. */
  public static void print(PresenceReport report, PrintWriter out) {
    out.printf("%s looks a second%n", report.samplesPerSecond());
    head("region", out);
    for (PresenceReport.Video video : report.videos()) {
      for (PresenceReport.Region region : video.regions()) {
        row(video.video() + " " + region.id(), region.figures(), out);
      }
    }
    row("all", report.all(), out);
    out.println();
    head("judged on", out);
    report.cues().forEach(on -> row(String.join(" + ", on.cues()), on.figures(), out));
    out.println();
    List<String> outside = report.bar().outside();
    out.println(outside.isEmpty() ? "Nothing outside the bar." : "Outside the bar:");
    outside.forEach(line -> out.println("  " + line));
    out.flush();
  }

  private static void head(String first, PrintWriter out) {
    out.printf(
        LINE, "", "someone", "there", "", "nobody", "there", "", "longest", "false", "slowest",
        "to", "worst");
    out.printf(
        LINE, first, "seen", "unsure", "empty", "seen", "unsure", "empty", "EMPTY", "PRESENT",
        "EMPTY", "PRESENT", "bound.");
  }

  private static void row(String name, PresenceReport.Figures f, PrintWriter out) {
    out.printf(
        LINE,
        name.length() > 34 ? name.substring(name.length() - 34) : name,
        figure(f.occupied().seen()),
        figure(f.occupied().unsure()),
        figure(f.occupied().notSeen()),
        figure(f.empty().seen()),
        figure(f.empty().unsure()),
        figure(f.empty().notSeen()),
        figure(f.longestFalseEmptySeconds()),
        figure(f.longestFalsePresentSeconds()),
        delay(f.worstToEmpty(), f.neverEmpty()),
        delay(f.worstToPresent(), f.neverPresent()),
        delay(f.worstBoundarySeconds(), f.missedBoundaries() + f.falseChanges()));
  }

  private static String figure(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String delay(@Nullable Double worst, int failed) {
    return figure(worst) + (failed == 0 ? "" : "!" + failed);
  }
}
