package io.zaigang.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.TestData;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.VideoImport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFootageTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;

  @Test
  void samplesOfImportedVideoLieAtTheirOwnTimes() throws Exception {
    FootageLog log = FootageLog.open(data);
    List<Segment> segments =
        new VideoImport(log, "cam-01", NINE).run(TestData.video("post_table_a/post_table_a.mp4"));

    assertThat(segments).hasSize(3);
    List<Instant> samples = new ArrayList<>();
    List<Instant> wanted = new ArrayList<>();
    for (int i = 0; i < 360; i++) {
      wanted.add(NINE.plusMillis(200L * i));
    }
    try (FrameReader reader = FrameReader.from(SampleGrid.perSecond(5), NINE)) {
      for (Segment segment : log.segments("cam-01", NINE, NINE.plusSeconds(100))) {
        try (SegmentFrames frames = reader.open(segment)) {
          for (FrameReading reading = frames.next(); reading != null; reading = frames.next()) {
            assertThat(reading).isInstanceOf(SampledPicture.class);
            try (SampledPicture sampled = (SampledPicture) reading) {
              assertThat(sampled.picture().widthPx()).isEqualTo(768);
              assertThat(sampled.picture().heightPx()).isEqualTo(432);
              samples.add(sampled.at());
            }
          }
        }
      }
    }
    assertThat(samples).isEqualTo(wanted);
  }
}
