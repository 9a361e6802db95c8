package io.zaigang.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.TestData;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.VideoImport;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  /** What a sample shows and when. */
  private record Sample(Instant at, int number) {}

  @TempDir private Path data;
  private FootageLog log;
  private int decoded;
  private final List<UndecodableSpan> undecodable = new ArrayList<>();

  @BeforeEach
  void open() {
    log = FootageLog.open(data);
  }

  private List<Sample> read(FrameReader reader, List<Segment> segments) {
    List<Sample> samples = new ArrayList<>();
    for (Segment segment : segments) {
      try (SegmentFrames frames = reader.open(segment)) {
        for (FrameReading next = frames.next(); next != null; next = frames.next()) {
          if (next instanceof SampledPicture sampled) {
            samples.add(new Sample(sampled.at(), NumberedFootage.numberOf(sampled.picture())));
            sampled.close();
          } else {
            undecodable.add((UndecodableSpan) next);
          }
        }
        decoded += frames.framesDecoded();
      }
    }
    return samples;
  }

  private List<Sample> readAll(double fps) {
    try (FrameReader reader = FrameReader.from(SampleGrid.perSecond(fps), Instant.EPOCH)) {
      return read(reader, log.all("cam"));
    }
  }

  @Test
  void decodesKeyFramesAloneWhereTheyComeOftenEnough() throws Exception {
    NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(20));

    List<Sample> samples = readAll(0.5);

    assertThat(samples).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(samples.get(i)).isEqualTo(new Sample(NINE.plusSeconds(2L * i), 25 * i));
    }
    assertThat(decoded).isEqualTo(10);
  }

  @Test
  void keyFramesThatDriftAgainstTheGridGiveOneSampleASlotAllTheSame() throws Exception {
    NumberedFootage.record(log, "cam", NINE.plusMillis(700), data, 12.3, Duration.ofSeconds(60));

    List<Sample> samples = readAll(0.5);

    SampleGrid grid = SampleGrid.perSecond(0.5);
    List<Long> slots = samples.stream().map(sample -> grid.slotOf(sample.at())).toList();
    assertThat(slots).doesNotHaveDuplicates().isSorted();
    assertThat(slots.get(slots.size() - 1) - slots.get(0)).isEqualTo(slots.size() - 1);
    assertThat(samples)
        .allSatisfy(
            sample -> {
              long shown = Duration.between(NINE.plusMillis(700), sample.at()).toMillis();
              assertThat(sample.number() / 12.3 * 1000).isBetween(shown - 1.0, shown + 1.0);
            });
    assertThat(decoded).isLessThan(120);
  }

  @Test
  void decodesUpToTheFramesWantedWhereKeyFramesAreTooFewAndNoFurther() throws Exception {
    NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(8));

    List<Sample> samples = readAll(1);

    assertThat(samples).extracting(Sample::number).containsExactly(0, 13, 25, 38, 50, 63, 75, 88);
    // In each group of 25 pictures only those up to the second wanted one.
    assertThat(decoded).isLessThanOrEqualTo(4 * 16);
  }

  @Test
  void readingOnFromAnySampleGivesTheRestOfTheSameSamples() throws Exception {
    NumberedFootage.record(log, "cam", NINE.plusMillis(300), data, 12.5, Duration.ofSeconds(20));
    SampleGrid grid = SampleGrid.perSecond(0.7);
    List<Sample> all = readAll(0.7);

    for (int i = 0; i < all.size(); i++) {
      Instant position = all.get(i).at();
      List<Segment> rest = log.segments("cam", position, Instant.parse("2026-03-03T00:00:00Z"));
      try (FrameReader reader = FrameReader.resuming(grid, position)) {
        assertThat(read(reader, rest)).isEqualTo(all.subList(i + 1, all.size()));
      }
    }
  }

  @Test
  void startingAnywhereGivesTheSamplesOfTheSlotsFromThereOn() throws Exception {
    NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(20));
    List<Sample> all = readAll(2);

    for (int millis = 0; millis < 20_000; millis += 770) {
      Instant from = NINE.plusMillis(millis);
      List<Segment> rest = log.segments("cam", from, NINE.plusSeconds(60));
      try (FrameReader reader = FrameReader.from(SampleGrid.perSecond(2), from)) {
        assertThat(read(reader, rest))
            .isEqualTo(all.stream().filter(sample -> !sample.at().isBefore(from)).toList());
      }
    }
  }

  @Test
  void aRateAboveTheVideosOwnGivesEveryFrameOnce() throws Exception {
    NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(8));

    assertThat(readAll(50))
        .extracting(Sample::number)
        .hasSize(100)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aSlotLongerThanSegmentsGetsOneSample() throws Exception {
    NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(40));

    assertThat(readAll(0.05)).extracting(Sample::at).containsExactly(NINE, NINE.plusSeconds(20));
  }

  @Test
  void saysWhatCannotBeDecodedAndReadsOn() throws Exception {
    List<Segment> segments =
        NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(16));
    Files.write(segments.get(1).file(), new byte[5000]);
    overwriteSecondHalf(segments.get(2).file());

    List<Sample> samples = readAll(0.5);

    assertThat(undecodable).isNotEmpty();
    assertThat(undecodable.get(0).from()).isEqualTo(segments.get(1).start());
    assertThat(undecodable.get(0).to()).isEqualTo(segments.get(1).end());
    assertThat(undecodable.get(0).cause()).contains(segments.get(1).fileName());
    assertThat(samples).extracting(Sample::number).startsWith(0, 25).endsWith(150, 175);
    assertThat(samples).noneMatch(s -> s.number() >= 50 && s.number() < 100);
  }

  @Test
  void aSegmentCutShortIsUndecodableWhereItIsMissing() throws Exception {
    List<Segment> segments =
        NumberedFootage.record(log, "cam", NINE, data, 12.5, Duration.ofSeconds(8));
    Path file = segments.get(0).file();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) * 45 / 100);
    }

    List<Sample> samples = readAll(0.5);

    assertThat(samples).extracting(Sample::number).containsExactly(0, 50, 75);
    assertThat(undecodable).isNotEmpty();
    assertThat(undecodable.get(undecodable.size() - 1).to()).isEqualTo(segments.get(0).end());
  }

  @Test
  void reorderedPicturesComeInOrderAndNoneIsMissing() throws Exception {
    new VideoImport(log, "cam", NINE).run(TestData.video("post_table_a/post_table_a.mp4"));

    List<Sample> samples = readAll(10);

    assertThat(samples).hasSize(720);
    for (int i = 0; i < 720; i++) {
      assertThat(samples.get(i).at()).isEqualTo(NINE.plusMillis(100L * i));
    }
    assertThat(undecodable).isEmpty();
  }

  private static void overwriteSecondHalf(Path file) throws Exception {
    long size = Files.size(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate((int) (size / 2)), size / 2);
    }
  }
}
