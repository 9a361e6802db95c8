package io.zaigang.job.detect;

import io.zaigang.domain.assignment.PostAssignment;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.PostZone;
import io.zaigang.models.phone.PhoneSight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks again, when it is due, at the people on post: is a phone in use? */
final class SecondLooks {

  private static final double MILLIS = 1000;

  private final Eyes eyes;
  private int looks;

  /** Looks at several people of one picture; one sight a person, in the same order. */
  @FunctionalInterface
  interface Eyes {
    List<PhoneSight> lookAtAll(BgrPicture picture, List<Box> persons);
  }

  SecondLooks(Eyes eyes) {
    this.eyes = eyes;
  }

  /** The same people in the same order, with what was seen of those looked at. */
  List<PersonDetection> at(CameraSample.Sampled sample, List<PersonDetection> persons) {
    List<Integer> due = due(sample, persons);
    if (due.isEmpty()) {
      return persons;
    }
    List<Box> boxes = due.stream().map(index -> persons.get(index).box()).toList();
    List<PhoneSight> sights = eyes.lookAtAll(sample.picture(), boxes);
    looks += due.size();
    List<PersonDetection> seen = new ArrayList<>(persons);
    for (int i = 0; i < due.size(); i++) {
      PersonDetection person = persons.get(due.get(i));
      PhoneSight sight = sights.get(i);
      seen.set(
          due.get(i),
          new PersonDetection(person.box(), person.score(), sight.score(), sight.inUse()));
    }
    return seen;
  }

  /** People looked at since the last call. */
  int takeLooks() {
    int count = looks;
    looks = 0;
    return count;
  }

  private static List<Integer> due(CameraSample.Sampled sample, List<PersonDetection> persons) {
    CameraView view = sample.view();
    Duration between = Duration.ofMillis(Math.round(MILLIS / view.analysisFps()));
    Map<String, PostZone> duePosts = new LinkedHashMap<>();
    for (PostZone zone : view.zones()) {
      if (LookSchedule.isDue(sample.at(), between, zone.lookEvery())) {
        duePosts.put(zone.postId(), zone);
      }
    }
    if (duePosts.isEmpty()) {
      return List.of();
    }
    PostAssignment assignment = assignment(view, sample.picture());
    List<Integer> due = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      if (assignment.postOf(persons.get(i).box()).filter(duePosts::containsKey).isPresent()) {
        due.add(i);
      }
    }
    return due;
  }

  private static PostAssignment assignment(CameraView view, BgrPicture picture) {
    Map<Polygon, String> zones = new LinkedHashMap<>();
    for (PostZone zone : view.zones()) {
      zones.putIfAbsent(zone.polygon(), zone.postId());
    }
    return PostAssignment.ofZones(zones, picture.widthPx(), picture.heightPx());
  }
}
