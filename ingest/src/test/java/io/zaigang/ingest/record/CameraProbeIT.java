package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.playout.EncodedVideo;
import io.zaigang.ingest.playout.RtspPlayoutServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CameraProbeIT {

  @TempDir private Path folder;

  @Test
  void tellsWhatACameraSendsAndHowWrongItsClockIs() throws Exception {
    EncodedVideo video =
        EncodedVideo.load(
            NumberedFootage.video(folder, 12.5, Duration.ofSeconds(10), Duration.ofSeconds(2)));
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0)) {
      server.add("/one", video).setClockError(Duration.ofMinutes(-3));

      CameraProbe.Finding finding =
          CameraProbe.probe(new CameraAddress(server.url("/one")), Map.of());

      assertThat(finding.recordable()).isTrue();
      assertThat(finding.text())
          .contains("h264 352×64", "12.", "pictures/s", "every 2.0 s", "-180.");
      assertThat(finding.stream()).isNotNull();
      assertThat(finding.stream().codec()).isEqualTo("h264");
      assertThat(finding.stream().widthPx()).isEqualTo(352);
      assertThat(finding.stream().keyFrameSeconds()).isBetween(1.9, 2.1);
      assertThat(finding.stream().clockAheadSeconds()).isBetween(-181.0, -179.0);
    }
  }

  @Test
  void tellsWhyACameraCannotBeRecorded() throws Exception {
    try (RtspPlayoutServer server = RtspPlayoutServer.start(0)) {
      CameraProbe.Finding finding =
          CameraProbe.probe(
              new CameraAddress("rtsp://{U}@127.0.0.1:" + server.port() + "/none"),
              Map.of("U", "secret"));

      assertThat(finding.recordable()).isFalse();
      assertThat(finding.text()).contains("404").doesNotContain("secret");
    }
  }
}
