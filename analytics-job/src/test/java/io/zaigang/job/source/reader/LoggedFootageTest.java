package io.zaigang.job.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentName;
import io.zaigang.ingest.playout.SceneComposer;
import io.zaigang.ingest.playout.SceneScenario;
import io.zaigang.ingest.record.VideoImport;
import io.zaigang.job.source.split.FootageSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real footage whose last segment a recorder left open. */
class LoggedFootageTest {

  private static final String CAMERA = "cam-1";
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final double SAMPLES_A_SECOND = 2;

  @TempDir private Path dir;
  private List<Segment> segments = List.of();
  private List<Instant> everything = List.of();

  @BeforeEach
  void record() throws IOException {
    Path video = dir.resolve("hall.mp4");
    SceneScenario scenario =
        new SceneScenario(
            List.of(352, 64),
            5,
            Duration.ofSeconds(12),
            Duration.ofSeconds(2),
            "hall",
            List.of(),
            List.of(),
            null);
    new SceneComposer(scenario, dir).compose(video);
    segments = new VideoImport(FootageLog.open(dir), CAMERA, START).run(video);
    try (CameraFootage footage = follow()) {
      everything = read(footage);
    }
  }

  @Test
  void readsWhatAKilledRecorderLeftOnceAndAsItWillBeRecovered() throws IOException {
    Segment last = segments.get(segments.size() - 1);
    Path open = last.file().resolveSibling(SegmentName.open(last.start()));
    Files.move(last.file(), open);
    Files.write(open, new byte[] {0, 0, 9, 9, 'm', 'o', 'o', 'f', 1}, StandardOpenOption.APPEND);
    abandon(open);

    try (CameraFootage footage = follow()) {
      List<Instant> samples = new ArrayList<>(read(footage));
      assertThat(samples).isNotEmpty().allMatch(at -> at.isBefore(last.start()));

      assertThat(footage.takeUnfinished()).isTrue();
      samples.addAll(read(footage));
      assertThat(samples).isEqualTo(everything);
      assertThat(footage.takeUnfinished()).as("it has not grown").isFalse();

      Files.move(open, last.file());
      assertThat(read(footage)).as("recovered meanwhile").isEmpty();
    }
  }

  @Test
  void readsTheRestWhenTheSegmentBecomesLongerAfterAll() throws IOException {
    Segment last = segments.get(segments.size() - 1);
    byte[] whole = Files.readAllBytes(last.file());
    Path open = last.file().resolveSibling(SegmentName.open(last.start()));
    Files.delete(last.file());
    Files.write(open, Arrays.copyOf(whole, whole.length * 2 / 3));
    abandon(open);

    try (CameraFootage footage = follow()) {
      List<Instant> samples = new ArrayList<>(read(footage));
      assertThat(footage.takeUnfinished()).isTrue();
      samples.addAll(read(footage));
      assertThat(samples).hasSizeLessThan(everything.size());

      Files.write(last.file(), whole);
      Files.delete(open);
      samples.addAll(read(footage));
      assertThat(samples).isEqualTo(everything);
    }
  }

  @Test
  void findsNothingWhereNothingWasLeft() throws IOException {
    Segment last = segments.get(segments.size() - 1);
    Path empty = last.file().resolveSibling(SegmentName.open(last.end()));
    Files.write(empty, new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'});
    abandon(empty);

    try (CameraFootage footage = follow()) {
      read(footage);
      assertThat(footage.takeUnfinished()).isFalse();
      assertThat(empty).as("the recorder's own").exists();
    }
  }

  @Test
  void leavesToItsRecorderWhatIsStillBeingWritten() throws IOException {
    Segment last = segments.get(segments.size() - 1);
    Path open = last.file().resolveSibling(SegmentName.open(last.start()));
    Files.write(open, Files.readAllBytes(last.file()));
    Files.delete(last.file());

    try (CameraFootage footage = follow()) {
      read(footage);
      assertThat(footage.takeUnfinished()).isFalse();
      abandon(open);
      assertThat(footage.takeUnfinished()).isTrue();
    }
  }

  private static void abandon(Path open) throws IOException {
    Files.setLastModifiedTime(open, FileTime.from(Instant.now().minusSeconds(60)));
  }

  private CameraFootage follow() {
    return new FootageLogAccess(dir)
        .open(FootageSplit.following(CAMERA, START.toEpochMilli()), SAMPLES_A_SECOND);
  }

  private static List<Instant> read(CameraFootage footage) {
    List<Instant> samples = new ArrayList<>();
    for (FootageItem item = footage.next(); item != null; item = footage.next()) {
      if (item instanceof FootageItem.Picture picture) {
        samples.add(picture.at());
      }
      item.discard();
    }
    return samples;
  }
}
