package io.zaigang.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.tracking.TrackingAccuracy.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackingAccuracyTest {

  private static Labelled at(int id, double x) {
    return new Labelled(id, new Box(x, 0, 100, 200));
  }

  @Test
  void isOneForTracksThatAreTheTruth() {
    TrackingAccuracy accuracy = new TrackingAccuracy();
    for (int i = 0; i < 10; i++) {
      accuracy.add(List.of(at(1, i), at(2, 500)), List.of(at(7, i), at(9, 500)));
    }

    assertThat(accuracy.mota()).isEqualTo(1);
    assertThat(accuracy.idf1()).isEqualTo(1);
  }

  @Test
  void countsMissesFalseOnesAndSwitchedIds() {
    TrackingAccuracy accuracy = new TrackingAccuracy();
    for (int i = 0; i < 5; i++) {
      accuracy.add(List.of(at(1, 0)), List.of(at(7, 0)));
    }
    accuracy.add(List.of(at(1, 0)), List.of());
    accuracy.add(List.of(at(1, 0)), List.of(at(7, 0), at(8, 500)));
    for (int i = 0; i < 3; i++) {
      accuracy.add(List.of(at(1, 0)), List.of(at(9, 0)));
    }

    assertThat(accuracy.switches()).isEqualTo(1);
    assertThat(accuracy.mota()).isCloseTo(1 - 3 / 10.0, within(1e-9));
    assertThat(accuracy.idf1()).isCloseTo(2 * 6 / 20.0, within(1e-9));
  }

  /** True boxes of real people, some missed, all jittered, as a weak detector would give them. */
  @ParameterizedTest
  @CsvSource({
    "caviar_browse2, 1, 0.95, 0.95",
    "caviar_walk1, 1, 0.9, 0.95",
    "caviar_browse2, 5, 0.85, 0.9",
    "caviar_walk1, 5, 0.9, 0.9"
  })
  void followsRealPeople(String sequence, int everyFrames, double mota, double idf1)
      throws IOException {
    Path folder = testData().resolve("sequences").resolve(sequence);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "SKIPPED: no test data at " + folder + " (set ZAIGANG_TESTDATA)");
    Random random = new Random(3);
    Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
    TrackerState state = TrackerState.INITIAL;
    TrackingAccuracy accuracy = new TrackingAccuracy();
    int missed = 0;
    int boxes = 0;
    for (Map.Entry<Integer, List<Labelled>> frame : truth(folder).entrySet()) {
      if (frame.getKey() % everyFrames != 0) {
        continue;
      }
      List<PersonDetection> seen = new ArrayList<>();
      for (Labelled person : frame.getValue()) {
        boxes++;
        if (random.nextDouble() < 0.05) {
          missed++;
        } else {
          seen.add(PersonDetection.of(jittered(person.box(), random), random.nextDouble(0.2, 0.9)));
        }
      }
      TrackerStep step =
          tracker.update(state, Instant.EPOCH.plusMillis(frame.getKey() * 40L), seen);
      state = step.state();
      List<Labelled> tracks =
          step.tracks().stream()
              .map(track -> new Labelled(track.id(), seen.get(track.person()).box()))
              .toList();
      accuracy.add(frame.getValue(), tracks);
    }

    double notMissed = 1 - (double) missed / boxes;
    assertThat(accuracy.mota()).isGreaterThan(mota * notMissed);
    assertThat(accuracy.idf1()).isGreaterThan(idf1 * notMissed);
  }

  private static Box jittered(Box box, Random random) {
    double dx = random.nextGaussian() * 0.03 * box.width();
    double dy = random.nextGaussian() * 0.03 * box.height();
    double scale = 1 + random.nextGaussian() * 0.03;
    return new Box(box.x() + dx, box.y() + dy, box.width() * scale, box.height() * scale);
  }

  /** MOTChallenge columns: frame, id, x, y, w, h, … */
  private static Map<Integer, List<Labelled>> truth(Path folder) throws IOException {
    Map<Integer, List<Labelled>> frames = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("gt_mot.txt"))) {
      String[] c = line.split(",");
      double[] v = new double[6];
      for (int i = 0; i < v.length; i++) {
        v[i] = Double.parseDouble(c[i].trim());
      }
      frames
          .computeIfAbsent((int) v[0], f -> new ArrayList<>())
          .add(new Labelled((int) v[1], new Box(v[2], v[3], v[4], v[5])));
    }
    return frames;
  }

  private static Path testData() {
    return Optional.ofNullable(System.getProperty("ZAIGANG_TESTDATA"))
        .or(() -> Optional.ofNullable(System.getenv("ZAIGANG_TESTDATA")))
        .map(Path::of)
        .orElse(Path.of("..", "..", "shared", "testdata"));
  }
}
