package io.zaigang.job.cli;

import io.zaigang.job.cluster.Outcome;
import io.zaigang.job.cluster.Outcome.Pace;
import io.zaigang.job.cluster.TrialWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the runs of a cluster trial were, held against the first, as lines and as a table. */
final class ClusterTrialReport {

  /** Two task managers on two cores: what is less was lost to the cluster. */
  private static final double WANTED_SPEED_UP = 1.8;

  private final TrialWork work;
  private final List<String> rows = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Pace> paces = new ArrayList<>();

  ClusterTrialReport(TrialWork work) {
    this.work = work;
  }

  /** Takes a run without disturbance; the first is what the others are held against. */
  List<String> undisturbed(String what, Outcome outcome) {
    Pace pace = Objects.requireNonNull(outcome.effort().pace());
    paces.add(pace);
    return add(
        what,
        outcome,
        "%.1f pictures/s, %.3f CPU s a picture"
            .formatted(pace.picturesPerSecond(), pace.cpuSeconds()));
  }

  /** Takes a run with kills or rescaling. */
  List<String> disturbed(String what, Outcome outcome) {
    String recoveries =
        outcome.recoveries().stream()
            .map(recovery -> "%.1f s".formatted(recovery.toMillis() / 1000.0))
            .collect(Collectors.joining(", "));
    return add(what, outcome, recoveries.isEmpty() ? "–" : "goes on after " + recoveries);
  }

  private List<String> add(String what, Outcome outcome, String measured) {
    outcomes.add(outcome);
    String same = outcome.tellsTheSameAs(outcomes.get(0)) ? "yes" : "**NO**";
    rows.add(
        "| %s | %.0f s | %s | %d | %d | %s |"
            .formatted(
                what,
                outcome.effort().seconds(),
                measured,
                outcome.incidents().size(),
                outcome.repeated(),
                same));
    return List.of(
        "%s: %.0f s, %s; %d incidents, %d pictures, %d reports came again word for word; the same: %s"
            .formatted(
                what,
                outcome.effort().seconds(),
                measured,
                outcome.incidents().size(),
                outcome.frames().size(),
                outcome.repeated(),
                same));
  }

  /** Everything told the same, whatever happened. */
  boolean isGood() {
    return outcomes.stream().allMatch(outcome -> outcome.tellsTheSameAs(outcomes.get(0)));
  }

  String markdown() {
    double speedUp = paces.get(1).picturesPerSecond() / paces.get(0).picturesPerSecond();
    return """
        %d cameras, %d s of footage in all, video and networks; a core for each task manager.

        | run | took | | incidents | sent again | the same told |
        | --- | ---: | --- | ---: | ---: | --- |
        %s

        Two task managers do %.2f times the work of one (wanted: %.1f).
        """
        .formatted(
            work.plan().cameras().size(),
            work.footageSpan().toSeconds(),
            String.join("\n", rows),
            speedUp,
            WANTED_SPEED_UP);
  }
}
