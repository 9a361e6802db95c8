package io.zaigang.job.benchmark;

import io.zaigang.job.detect.ModelDetection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to measure.
 *
 * @param dataDir where the benchmark's footage is kept, apart from any hall's
 * @param video that every camera shows
 * @param framesPerSecond of the video
 * @param span footage over which cost is compared; whole minutes
 * @param rounds how often pipeline, floor and usual way are measured in turn
 * @param cameras how many at once, one measurement each
 * @param memorySpan footage over which memory is watched; zero: not at all
 */
public record BenchmarkRequest(
    Path dataDir,
    ModelDetection models,
    Path video,
    double framesPerSecond,
    Duration span,
    int rounds,
    List<Integer> cameras,
    Duration memorySpan) {

  public BenchmarkRequest {
    cameras = List.copyOf(cameras);
    if (span.compareTo(Duration.ofMinutes(1)) < 0 || span.toSecondsPart() != 0) {
      throw new IllegalArgumentException("span is whole minutes, at least one, not " + span);
    }
    if (rounds < 1 || rounds > 20) {
      throw new IllegalArgumentException("rounds is from 1 to 20, not " + rounds);
    }
    if (cameras.stream().anyMatch(count -> count < 1 || count > 99)) {
      throw new IllegalArgumentException("cameras are from 1 to 99, not " + cameras);
    }
  }
}
