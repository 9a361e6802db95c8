package io.zaigang.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.job.source.CameraMemory;
import io.zaigang.job.source.CameraSample;
import io.zaigang.job.source.CameraView;
import io.zaigang.job.source.PostZone;
import io.zaigang.job.source.split.MemoryImage;
import io.zaigang.models.imaging.BlackPicture;
import io.zaigang.models.phone.PhoneSight;
import io.zaigang.models.phone.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLooksTest {

  private static final Instant DUE = Instant.parse("2026-03-02T00:30:05Z");
  private static final PersonDetection ON_POST = PersonDetection.of(new Box(20, 100, 60, 200), 0.9);
  private static final PersonDetection ELSEWHERE =
      PersonDetection.of(new Box(420, 100, 60, 200), 0.8);

  private final List<Box> looked = new ArrayList<>();
  private final SecondLooks looks =
      new SecondLooks(
          (picture, persons) -> {
            looked.addAll(persons);
            return persons.stream()
                .map(box -> new PhoneSight(0.9, true, box, Place.HAND, List.of(1.0)))
                .toList();
          });

  @Test
  void looksOnlyAtPeopleOnPost() {
    List<PersonDetection> seen = looks.at(sample(DUE), List.of(ELSEWHERE, ON_POST));

    assertThat(looked).containsExactly(ON_POST.box());
    assertThat(seen.get(0)).isEqualTo(ELSEWHERE);
    assertThat(seen.get(1).phone()).isEqualTo(0.9);
    assertThat(seen.get(1).phoneInUse()).isTrue();
    assertThat(seen.get(1).box()).isEqualTo(ON_POST.box());
  }

  @Test
  void leavesPicturesBetweenLooksAlone() {
    List<PersonDetection> persons = List.of(ON_POST);

    assertThat(looks.at(sample(DUE.plusSeconds(2)), persons)).isEqualTo(persons);
    assertThat(looked).isEmpty();
  }

  @Test
  void countsThePeopleLookedAtOnce() {
    looks.at(sample(DUE), List.of(ON_POST, ELSEWHERE));

    assertThat(looks.takeLooks()).isEqualTo(1);
    assertThat(looks.takeLooks()).isZero();
  }

  private static CameraSample.Sampled sample(Instant at) {
    Polygon leftHalf =
        new Polygon(
            List.of(new Point(0, 0), new Point(0.5, 0), new Point(0.5, 1), new Point(0, 1)));
    CameraView view =
        new CameraView("cam-1", 1, List.of(new PostZone("w1-a", leftHalf, Duration.ofSeconds(5))));
    return new CameraSample.Sampled(
        view, at, new BlackPicture(640, 480), 1, new CameraMemory(MemoryImage.EMPTY));
  }
}
