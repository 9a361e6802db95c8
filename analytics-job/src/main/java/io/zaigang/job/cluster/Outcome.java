package io.zaigang.job.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a {@link ClusterTrial} came to.
 *
 * @param incidents by id
 * @param minutes by window and time
 * @param frames what was seen, by camera and time
 * @param reports every different version of an incident or minute that reached the desk
 * @param repeated reports that came more than once, word for word
 * @param effort what it took
 * @param recoveries from each kill until the desk heard something that it had not known
 */
public record Outcome(
    Map<String, String> incidents,
    Map<String, String> minutes,
    Map<String, String> frames,
    Set<String> reports,
    long repeated,
    Effort effort,
    List<Duration> recoveries) {

  public Outcome {
    incidents = Map.copyOf(incidents);
    minutes = Map.copyOf(minutes);
    frames = Map.copyOf(frames);
    reports = Set.copyOf(reports);
    recoveries = List.copyOf(recoveries);
  }

  /**
   * What a run took.
   *
   * @param seconds from handing the job over to its end
   * @param pace in its middle; null where it was disturbed
   */
  public record Effort(double seconds, @Nullable Pace pace) {}

  /**
   * How fast pictures came to the desk, starting and ending aside.
   *
   * @param cpuSeconds of the task managers, a picture
   */
  public record Pace(double picturesPerSecond, double cpuSeconds) {}

  /**
   * Nothing was lost, and nothing came to the desk that had not come undisturbed: whatever was sent
   * again was sent word for word, under the same key.
   */
  public boolean tellsTheSameAs(Outcome other) {
    return incidents.equals(other.incidents)
        && minutes.equals(other.minutes)
        && frames.equals(other.frames)
        && reports.equals(other.reports);
  }

  static Outcome of(TrialDesk desk, Effort effort, List<Duration> recoveries) {
    return new Outcome(
        desk.incidents(),
        desk.minutes(),
        desk.frames(),
        desk.reports(),
        desk.repeated(),
        effort,
        recoveries);
  }
}
