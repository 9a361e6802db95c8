package io.zaigang.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
  private TrackerState state = TrackerState.INITIAL;
  private Instant now = START;

  private List<Track> see(Duration after, PersonDetection... persons) {
    now = now.plus(after);
    TrackerStep step = tracker.update(state, now, List.of(persons));
    state = step.state();
    return step.tracks();
  }

  private static PersonDetection person(double x, double y, double score) {
    return PersonDetection.of(new Box(x, y, 80, 160), score);
  }

  /** Ids that three people sitting side by side get in ten minutes with a weak detector. */
  private Map<Integer, Set<Integer>> idsOfSeated(Duration interval, double missed, Random random) {
    Map<Integer, Set<Integer>> ids = new HashMap<>();
    for (Duration t = Duration.ZERO; t.toMinutes() < 10; t = t.plus(interval)) {
      List<PersonDetection> seen = new ArrayList<>();
      List<Integer> who = new ArrayList<>();
      for (int person = 0; person < 3; person++) {
        if (random.nextDouble() >= missed) {
          double sway = random.nextGaussian() * 6;
          double score = 0.15 + 0.8 * random.nextDouble();
          seen.add(person(100 + person * 150 + sway, 200 + random.nextGaussian() * 4, score));
          who.add(person);
        }
      }
      for (Track track : see(interval, seen.toArray(PersonDetection[]::new))) {
        ids.computeIfAbsent(who.get(track.person()), p -> new HashSet<>()).add(track.id());
      }
    }
    return ids;
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 1000, 2000})
  void keepsTheIdsOfSeatedPeopleForMinutes(int intervalMillis) {
    Map<Integer, Set<Integer>> ids =
        idsOfSeated(Duration.ofMillis(intervalMillis), 0.3, new Random(5));

    assertThat(ids).hasSize(3);
    assertThat(ids.values()).allSatisfy(own -> assertThat(own).hasSize(1));
    assertThat(state.nextId()).isEqualTo(4);
  }

  @Test
  void followsAWalkerWhoPassesSomeoneSeated() {
    Duration frame = Duration.ofMillis(100);
    Set<Integer> seated = new HashSet<>();
    Set<Integer> walker = new HashSet<>();
    for (int i = 0; i < 80; i++) {
      for (Track track : see(frame, person(400, 200, 0.9), person(i * 12, 230, 0.8))) {
        (track.person() == 0 ? seated : walker).add(track.id());
      }
    }

    assertThat(seated).hasSize(1);
    assertThat(walker).hasSize(1);
    assertThat(seated).doesNotContainAnyElementsOf(walker);
  }

  @Test
  void findsSomeoneAgainAfterTheDetectorMissedThemForLong() {
    Duration interval = Duration.ofSeconds(2);
    int id = see(interval, person(100, 100, 0.9)).get(0).id();
    for (int i = 0; i < 28; i++) {
      assertThat(see(interval)).isEmpty();
    }

    assertThat(see(interval, person(105, 102, 0.9))).extracting(Track::id).containsExactly(id);
  }

  @Test
  void givesANewIdAfterKeepLost() {
    int id = see(Duration.ofSeconds(1), person(100, 100, 0.9)).get(0).id();
    assertThat(see(Duration.ofSeconds(61), person(100, 100, 0.9)))
        .extracting(Track::id)
        .doesNotContain(id);
    assertThat(state.persons()).hasSize(1);
  }

  @Test
  void beginsNoTrackWithAWeakDetectionButKeepsOneAlive() {
    assertThat(see(Duration.ofSeconds(1), person(100, 100, 0.3))).isEmpty();
    int id = see(Duration.ofSeconds(1), person(100, 100, 0.5)).get(0).id();
    assertThat(see(Duration.ofSeconds(1), person(102, 100, 0.2))).containsExactly(new Track(id, 0));
    assertThat(see(Duration.ofSeconds(1), person(102, 100, 0.1))).isEmpty();
  }

  @Test
  void isBoundedInACrowd() {
    List<PersonDetection> crowd = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      crowd.add(person(i * 100, 100, 0.9));
    }
    see(Duration.ofSeconds(1), crowd.toArray(PersonDetection[]::new));

    assertThat(state.persons()).hasSize(200);
  }

  @Test
  void ignoresAPictureThatIsNotNew() {
    see(Duration.ofSeconds(1), person(100, 100, 0.9));
    TrackerState before = state;

    assertThat(see(Duration.ZERO, person(500, 100, 0.9))).isEmpty();
    assertThat(state).isSameAs(before);
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws IOException {
    Random random = new Random(9);
    TrackerState restored = TrackerState.INITIAL;
    for (int i = 0; i < 300; i++) {
      double x = 100 + random.nextGaussian() * 20;
      PersonDetection someone = person(x, 100 + random.nextGaussian() * 20, random.nextDouble());
      List<Track> expected = see(Duration.ofSeconds(1), someone);

      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      TrackerStateCodec.write(restored, new DataOutputStream(bytes));
      restored =
          TrackerStateCodec.read(
              new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      TrackerStep step = tracker.update(restored, now, List.of(someone));
      assertThat(step.tracks()).isEqualTo(expected);
      restored = step.state();
    }
    assertThat(restored).isEqualTo(state);
  }
}
