package io.zaigang.domain.tracking;

import io.zaigang.domain.geometry.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well tracks follow people whose true places are known.
 *
 * <p>Frame by frame, truth and tracks are paired at an overlap of at least one half; a pair of the
 * frame before stays as long as it may. MOTA (Bernardin and Stiefelhagen 2008) is 1 minus misses,
 * false ones and switched ids, over all true boxes. IDF1 (Ristani et al. 2016) is how much of the
 * time people keep one and the same id: each person is given the one track that serves best over
 * the whole sequence.
 */
public final class TrackingAccuracy {

  private static final double MIN_OVERLAP = 0.5;

  /** A box with the id it bears, in the truth or given by a tracker. */
  public record Labelled(int id, Box box) {}

  private final Map<Integer, Integer> lastTrack = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> framesTogether = new HashMap<>();
  private final Set<Integer> trackIds = new HashSet<>();
  private int trueBoxes;
  private int trackedBoxes;
  private int hits;
  private int switches;

  /** Takes the next frame. */
  public void add(List<Labelled> truth, List<Labelled> tracks) {
    trueBoxes += truth.size();
    trackedBoxes += tracks.size();
    tracks.forEach(track -> trackIds.add(track.id()));
    for (Labelled person : truth) {
      for (Labelled track : tracks) {
        if (person.box().intersectionOverUnion(track.box()) >= MIN_OVERLAP) {
          framesTogether
              .computeIfAbsent(person.id(), id -> new HashMap<>())
              .merge(track.id(), 1, Integer::sum);
        }
      }
    }
    int[] pairs = pairs(truth, tracks);
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        hits++;
        Integer before = lastTrack.put(truth.get(i).id(), tracks.get(pairs[i]).id());
        switches += before != null && before != tracks.get(pairs[i]).id() ? 1 : 0;
      }
    }
  }

  /** At most 1; below 0 when there are more errors than people. NaN without people. */
  public double mota() {
    int misses = trueBoxes - hits;
    int falseOnes = trackedBoxes - hits;
    return 1 - (misses + falseOnes + switches) / (double) trueBoxes;
  }

  /** 0 to 1; NaN without people and tracks. */
  public double idf1() {
    List<Integer> people = List.copyOf(framesTogether.keySet());
    List<Integer> tracks = List.copyOf(trackIds);
    double[][] cost = new double[people.size()][tracks.size()];
    for (int i = 0; i < people.size(); i++) {
      for (int j = 0; j < tracks.size(); j++) {
        cost[i][j] = -together(people.get(i), tracks.get(j));
      }
    }
    int[] pairs = BestPairs.of(cost, 0);
    int kept = 0;
    for (int i = 0; i < pairs.length; i++) {
      kept += pairs[i] < 0 ? 0 : together(people.get(i), tracks.get(pairs[i]));
    }
    return 2.0 * kept / (trueBoxes + trackedBoxes);
  }

  /** How often a person's id changed. */
  public int switches() {
    return switches;
  }

  private int together(int person, int track) {
    return framesTogether.getOrDefault(person, Map.of()).getOrDefault(track, 0);
  }

  private int[] pairs(List<Labelled> truth, List<Labelled> tracks) {
    double[][] cost = new double[truth.size()][tracks.size()];
    List<Labelled> people = new ArrayList<>(truth);
    for (int i = 0; i < people.size(); i++) {
      for (int j = 0; j < tracks.size(); j++) {
        double overlap = people.get(i).box().intersectionOverUnion(tracks.get(j).box());
        Integer before = lastTrack.get(people.get(i).id());
        boolean goesOn = before != null && before == tracks.get(j).id();
        // pairs of the frame before come first, whatever the others would gain
        double bonus = goesOn ? truth.size() : 0;
        cost[i][j] = overlap >= MIN_OVERLAP ? -overlap - bonus : 1;
      }
    }
    return BestPairs.of(cost, 0);
  }
}
