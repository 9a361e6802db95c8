package io.zaigang.ingest.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentHead;
import io.zaigang.ingest.record.VideoImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Footage of an H.265 camera. */
class H264SegmentsTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path data;
  private FootageLog log = FootageLog.open(Path.of(""));
  private List<Segment> segments = List.of();

  @BeforeEach
  void recordH265() throws Exception {
    log = FootageLog.open(data);
    segments = new VideoImport(log, "cam-03", NINE).run(NumberedFootage.ready("h265"));
  }

  private H264Segments keeping(long bytes) {
    return new H264Segments(
        data.resolve("cache"), new H264Segments.Limits(720, 2, PATIENCE, bytes));
  }

  private static List<Integer> numbers(Path file) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    try (PictureStream pictures = PictureStream.open(file)) {
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          numbers.add(NumberedFootage.numberOf(picture.picture()));
        }
      }
    }
    return numbers;
  }

  @Test
  void showTheSamePicturesAtTheSameTimesInH264() throws Exception {
    H264Segments h264 = keeping(1 << 30);
    List<Integer> all = new ArrayList<>();
    for (Segment segment : segments) {
      Path made = h264.of(segment).orElseThrow();
      SegmentHead before = SegmentHead.read(segment.file());
      SegmentHead after = SegmentHead.read(made);
      assertThat(before.codec()).isEqualTo(SegmentHead.Codec.H265);
      assertThat(after.codec()).isEqualTo(SegmentHead.Codec.H264);
      assertThat(after.initChecksum())
          .isEqualTo(SegmentHead.read(h264.of(segments.get(0)).orElseThrow()).initChecksum());
      assertThat(Math.abs(after.firstDecodeTicks() - before.firstDecodeTicks()))
          .isLessThan(90_000 / 2);
      all.addAll(numbers(made));
    }
    assertThat(all).hasSize(300).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void areMadeOnceForAllWhoAsk() throws Exception {
    H264Segments h264 = keeping(1 << 30);
    ExecutorService viewers = Executors.newFixedThreadPool(4);
    List<Future<Optional<Path>>> asked = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asked.add(viewers.submit(() -> h264.of(segments.get(0))));
    }
    viewers.shutdown();
    for (Future<Optional<Path>> answer : asked) {
      assertThat(answer.get()).isPresent();
    }
    Path file = asked.get(0).get().orElseThrow();
    assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    try (var left = Files.list(data.resolve("cache"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void makeRoomForWhatIsWatched() throws Exception {
    H264Segments h264 = keeping(1);
    Path first = h264.of(segments.get(0)).orElseThrow();
    Files.setLastModifiedTime(first, FileTime.from(NINE));
    Path second = h264.of(segments.get(1)).orElseThrow();
    assertThat(first).doesNotExist();
    assertThat(second).exists();
  }

  @Test
  void snapshotShowsThePictureOfThatMoment() throws Exception {
    Snapshot snapshot = Snapshot.take(log, "cam-03", NINE.plusMillis(5_119)).orElseThrow();
    assertThat(snapshot.at()).isEqualTo(NINE.plusMillis(5_040));
  }

  @Test
  void clipKeepsWhatTheCameraSent() throws Exception {
    Clip clip =
        new ClipCutter(log)
            .cut("cam-03", NINE.plusSeconds(3), NINE.plusSeconds(7), data.resolve("c.mp4"));

    assertThat(clip.codec()).isEqualTo("hevc");
    assertThat(clip.from()).isEqualTo(NINE.plusSeconds(2));
    assertThat(numbers(clip.file())).startsWith(25, 26, 27).contains(62);
    assertThat(ShownCheck.shows(clip, NINE.plusSeconds(5))).isTrue();
  }
}
