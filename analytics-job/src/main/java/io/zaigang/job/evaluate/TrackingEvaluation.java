package io.zaigang.job.evaluate;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.tracking.Tracker;
import io.zaigang.domain.tracking.TrackerSettings;
import io.zaigang.domain.tracking.TrackerState;
import io.zaigang.domain.tracking.TrackerStep;
import io.zaigang.domain.tracking.TrackingAccuracy;
import io.zaigang.domain.tracking.TrackingAccuracy.Labelled;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.PersonDetector;
import io.zaigang.models.imaging.PictureFile;
import io.zaigang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measures how well people are followed in labelled sequences, at every picture and sampled. */
public final class TrackingEvaluation {

  private static final double MILLIS = 1000;

  private final ModelRegistry registry;
  private final double samplesPerSecond;

  /**
   * @param samplesPerSecond measured beside the sequence's own rate
   */
  public TrackingEvaluation(ModelRegistry registry, double samplesPerSecond) {
    this.registry = registry;
    this.samplesPerSecond = samplesPerSecond;
  }

  /**
   * Measures.
   *
   * @param folder holds sequences, see {@link MotSequence}
   * @param progress told what is being looked at
   * @throws InvalidLabelsException when labels or pictures cannot be used
   */
  public TrackingReport run(Path folder, Consumer<String> progress) throws InvalidLabelsException {
    List<TrackingReport.Run> runs = new ArrayList<>();
    for (MotSequence sequence : MotSequence.in(folder)) {
      Map<Integer, List<PersonDetection>> found = detect(sequence, progress);
      runs.add(run(sequence, found, sequence.picturesPerSecond()));
      runs.add(run(sequence, found, samplesPerSecond));
    }
    return new TrackingReport(runs, registry.hashes());
  }

  private Map<Integer, List<PersonDetection>> detect(
      MotSequence sequence, Consumer<String> progress) throws InvalidLabelsException {
    Map<Integer, List<PersonDetection>> found = new HashMap<>();
    try (PersonDetector detector = PersonDetector.open(registry, DetectorSettings.DEFAULT)) {
      for (int number : sequence.truth().keySet()) {
        try (BgrPicture picture = PictureFile.read(sequence.picture(number))) {
          found.put(number, detector.detect(picture));
        }
        progress.accept(sequence.name() + " picture " + number);
      }
    } catch (IOException e) {
      throw new InvalidLabelsException(String.valueOf(e.getMessage()));
    }
    return found;
  }

  private static TrackingReport.Run run(
      MotSequence sequence, Map<Integer, List<PersonDetection>> found, double perSecond) {
    Map<Integer, List<PersonDetection>> certain = new HashMap<>();
    sequence
        .truth()
        .forEach(
            (number, people) ->
                certain.put(
                    number,
                    people.stream().map(person -> PersonDetection.of(person.box(), 1)).toList()));
    List<Integer> numbers = sampled(sequence, perSecond);
    int people =
        numbers.stream().mapToInt(n -> sequence.truth().getOrDefault(n, List.of()).size()).sum();
    return new TrackingReport.Run(
        sequence.name(),
        perSecond,
        numbers.size(),
        people,
        follow(sequence, numbers, certain),
        follow(sequence, numbers, found));
  }

  private static List<Integer> sampled(MotSequence sequence, double perSecond) {
    double step = Math.max(1, sequence.picturesPerSecond() / perSecond);
    List<Integer> numbers = new ArrayList<>();
    double next = 0;
    for (int number : sequence.truth().keySet()) {
      if (number >= next) {
        numbers.add(number);
        next = Math.max(next, number) + step;
      }
    }
    return numbers;
  }

  private static TrackingReport.Figures follow(
      MotSequence sequence, List<Integer> numbers, Map<Integer, List<PersonDetection>> seen) {
    Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
    TrackerState state = TrackerState.INITIAL;
    TrackingAccuracy accuracy = new TrackingAccuracy();
    for (int number : numbers) {
      List<PersonDetection> persons = seen.getOrDefault(number, List.of());
      long millis = Math.round(number * MILLIS / sequence.picturesPerSecond());
      TrackerStep step = tracker.update(state, Instant.ofEpochMilli(millis), persons);
      state = step.state();
      accuracy.add(
          sequence.truth().getOrDefault(number, List.of()),
          step.tracks().stream()
              .map(track -> new Labelled(track.id(), persons.get(track.person()).box()))
              .toList());
    }
    return new TrackingReport.Figures(
        PresenceReport.rounded(accuracy.mota()),
        PresenceReport.rounded(accuracy.idf1()),
        accuracy.switches());
  }
}
