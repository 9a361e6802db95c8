package io.zaigang.domain.tracking;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Follows people from picture to picture of one camera, after ByteTrack (Zhang et al., ECCV 2022):
 * every person's place is predicted by a Kalman filter; sure detections are paired with predictions
 * by overlap first, then weak ones with the predictions left over, so that someone half hidden is
 * not lost; sure ones left over are new people.
 *
 * <p>It is made for people who sit: positions fade to rest between samples seconds apart, and
 * someone unseen keeps their id for {@code keepLost}. People who walk at one sample in two seconds
 * overlap nothing of before and get new ids; no rule needs theirs. The state is small and bounded,
 * and the same pictures give the same ids.
 */
public final class Tracker {

  private final TrackerSettings settings;

  public Tracker(TrackerSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes the people of the next picture.
   *
   * @param at later than the picture before; an earlier one, or the same, changes nothing
   * @param detections boxes in pixels; the size of the picture must not change on the way
   */
  public TrackerStep update(TrackerState state, Instant at, List<PersonDetection> detections) {
    if (state.at() != null && !at.isAfter(state.at())) {
      return new TrackerStep(state, List.of());
    }
    List<TrackedPerson> persons = predicted(state, at);
    Matching matching = new Matching(persons, detections);
    matching.pair(person -> person.score() >= settings.sureScore(), settings.minOverlap());
    matching.pair(person -> person.score() >= settings.leastScore(), settings.minOverlapWeak());
    List<Track> tracks = new ArrayList<>();
    int nextId = state.nextId();
    for (int d = 0; d < detections.size(); d++) {
      Box box = detections.get(d).box();
      int place = matching.personOf[d];
      if (place >= 0) {
        persons.set(place, persons.get(place).seen(at, box));
        tracks.add(new Track(persons.get(place).id(), d));
      } else if (detections.get(d).score() >= settings.sureScore() && box.area() > 0) {
        persons.add(TrackedPerson.begin(nextId, at, box));
        tracks.add(new Track(nextId, d));
        nextId++;
      }
    }
    return new TrackerStep(new TrackerState(at, nextId, bounded(persons)), tracks);
  }

  private List<TrackedPerson> predicted(TrackerState state, Instant at) {
    List<TrackedPerson> persons = new ArrayList<>();
    if (state.at() != null) {
      double seconds = Duration.between(state.at(), at).toMillis() / 1000.0;
      for (TrackedPerson person : state.persons()) {
        if (!at.isAfter(person.seenAt().plus(settings.keepLost()))) {
          persons.add(person.after(seconds));
        }
      }
    }
    return persons;
  }

  private List<TrackedPerson> bounded(List<TrackedPerson> persons) {
    if (persons.size() <= settings.maxTracks()) {
      return persons;
    }
    return persons.stream()
        .sorted(Comparator.comparing(TrackedPerson::seenAt).reversed())
        .limit(settings.maxTracks())
        .sorted(Comparator.comparingInt(TrackedPerson::id))
        .toList();
  }

  /** Who is paired with which detection so far. */
  private static final class Matching {
    private final List<TrackedPerson> persons;
    private final List<PersonDetection> detections;
    private final boolean[] taken;
    final int[] personOf;

    Matching(List<TrackedPerson> persons, List<PersonDetection> detections) {
      this.persons = persons;
      this.detections = detections;
      this.taken = new boolean[persons.size()];
      this.personOf = new int[detections.size()];
      Arrays.fill(personOf, -1);
    }

    void pair(Predicate<PersonDetection> wanted, double minOverlap) {
      List<Integer> free = new ArrayList<>();
      for (int p = 0; p < taken.length; p++) {
        if (!taken[p]) {
          free.add(p);
        }
      }
      List<Integer> left = new ArrayList<>();
      for (int d = 0; d < personOf.length; d++) {
        if (personOf[d] < 0 && wanted.test(detections.get(d))) {
          left.add(d);
        }
      }
      double[][] cost = new double[free.size()][left.size()];
      for (int i = 0; i < free.size(); i++) {
        Box expected = persons.get(free.get(i)).box();
        for (int j = 0; j < left.size(); j++) {
          cost[i][j] = 1 - expected.intersectionOverUnion(detections.get(left.get(j)).box());
        }
      }
      int[] pairs = BestPairs.of(cost, 1 - minOverlap + 1e-9);
      for (int i = 0; i < pairs.length; i++) {
        if (pairs[i] >= 0) {
          taken[free.get(i)] = true;
          personOf[left.get(pairs[i])] = free.get(i);
        }
      }
    }
  }
}
