package io.zaigang.ingest.soak;

import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.soak.UnreliableCamera.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The figures of a soak. */
record SoakReport(
    long seed,
    Duration duration,
    List<CameraAccount> cameras,
    List<Vitals> vitals,
    double cpuSeconds) {

  private static final double MEGABYTE = 1e6;

  /** The mean of a figure over a part of the run, in quarters from 0 to 4. */
  private double mean(ToLongFunction<Vitals> figure, int fromQuarter, int toQuarter) {
    int from = vitals.size() * fromQuarter / 4;
    int to = Math.max(from + 1, vitals.size() * toQuarter / 4);
    return vitals.subList(from, to).stream().mapToLong(figure).average().orElse(0);
  }

  /** By how much a figure is larger in the last quarter than in the second, which is warm. */
  double growth(ToLongFunction<Vitals> figure) {
    return mean(figure, 3, 4) - mean(figure, 1, 2);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "Soak of %d cameras for %d s, seed %d", cameras.size(), duration.toSeconds(), seed);
    line(text, "mishaps: %s", mishaps());
    line(
        text,
        "%-18s %9s %9s %6s %7s %9s %8s %s",
        "camera",
        "recorded",
        "gaps",
        "holes",
        "silent",
        "unacc. s",
        "segments",
        "causes");
    for (CameraAccount camera : cameras) {
      line(
          text,
          "%-18s %9.1f %9.1f %6d %7.1f %9.3f %8d %s",
          camera.cameraId(),
          seconds(camera.recorded()),
          seconds(camera.missing()),
          camera.holes(),
          seconds(camera.silent()),
          seconds(camera.unaccounted()),
          camera.segments(),
          causes(camera));
      camera.bad().forEach(problem -> line(text, "  BAD %s", problem));
    }
    line(
        text,
        "resident MB: second quarter %.0f, last quarter %.0f; handles: %.1f, %.1f",
        mean(Vitals::residentBytes, 1, 2) / MEGABYTE,
        mean(Vitals::residentBytes, 3, 4) / MEGABYTE,
        mean(Vitals::handles, 1, 2),
        mean(Vitals::handles, 3, 4));
    line(
        text,
        "recorder CPU: %.1f s, %.4f core a camera",
        cpuSeconds,
        cpuSeconds / duration.toSeconds() / cameras.size());
    return text.toString();
  }

  private Map<Mishap, Integer> mishaps() {
    Map<Mishap, Integer> all = new TreeMap<>();
    cameras.forEach(
        camera ->
            camera.mishaps().forEach((mishap, count) -> all.merge(mishap, count, Integer::sum)));
    return all;
  }

  private static Map<GapCause, String> causes(CameraAccount camera) {
    Map<GapCause, String> causes = new TreeMap<>();
    camera
        .gaps()
        .forEach(
            (cause, span) -> causes.put(cause, String.format(Locale.ROOT, "%.1f", seconds(span))));
    return causes;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
