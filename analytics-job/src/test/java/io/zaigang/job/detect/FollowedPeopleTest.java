package io.zaigang.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.tracking.Track;
import io.zaigang.job.source.CameraMemory;
import io.zaigang.job.source.split.MemoryImage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowedPeopleTest {

  private static final Instant START = Instant.parse("2026-03-02T00:30:00Z");
  private static final Box LEFT = new Box(20, 100, 60, 200);
  private static final Box RIGHT = new Box(420, 100, 60, 200);

  private final CameraMemory memory = new CameraMemory(MemoryImage.EMPTY);

  @Test
  void keepsTheIdOfSomeoneWhoSits() {
    FollowedPeople people = new FollowedPeople();

    int first = track(people, memory, 0, LEFT).id();

    assertThat(track(people, memory, 2, LEFT).id()).isEqualTo(first);
    assertThat(track(people, memory, 4, RIGHT).id()).isNotEqualTo(first);
  }

  @Test
  void knowsPeopleAgainAfterARestart() {
    FollowedPeople before = new FollowedPeople();
    track(before, memory, 0, RIGHT);
    int sitting = track(before, memory, 2, LEFT).id();

    CameraMemory restored = new CameraMemory(memory.image());

    assertThat(track(new FollowedPeople(), restored, 4, LEFT).id()).isEqualTo(sitting);
  }

  @Test
  void keepsCamerasApart() {
    FollowedPeople people = new FollowedPeople();
    people.in(frame("cam-1", 0, null, LEFT), memory);
    CameraMemory other = new CameraMemory(MemoryImage.EMPTY);

    List<Track> tracks = people.in(frame("cam-2", 0, null, RIGHT), other);

    assertThat(tracks).extracting(Track::id).containsExactly(1);
  }

  @Test
  void followsNobodyInPicturesThatAreOfNoUse() {
    FollowedPeople people = new FollowedPeople();
    int sitting = track(people, memory, 0, LEFT).id();

    assertThat(people.in(frame("cam-1", 2, BlindCause.DARK), memory)).isEmpty();
    assertThat(track(people, memory, 4, LEFT).id()).isEqualTo(sitting);
  }

  @Test
  void forgetsCamerasThatAreNoLongerPlanned() {
    FollowedPeople people = new FollowedPeople();
    track(people, memory, 0, LEFT);
    people.keepOnly(Set.of("cam-2"));

    CameraMemory anew = new CameraMemory(MemoryImage.EMPTY);

    assertThat(track(people, anew, 2, RIGHT).id()).isEqualTo(1);
  }

  private static Track track(FollowedPeople people, CameraMemory memory, int second, Box box) {
    List<Track> tracks = people.in(frame("cam-1", second, null, box), memory);
    assertThat(tracks).hasSize(1);
    return tracks.get(0);
  }

  private static FrameDetections frame(
      String cameraId, int second, @Nullable BlindCause blind, Box... boxes) {
    List<PersonDetection> persons =
        List.of(boxes).stream().map(box -> PersonDetection.of(box, 0.9)).toList();
    return new FrameDetections(
        cameraId, START.plusSeconds(second), 640, 480, blind, persons, List.of());
  }
}
