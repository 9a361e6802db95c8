package io.zaigang.ingest.clip;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.NumberedFootage;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.VideoImport;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HlsPlaylistTest {

  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path data;

  @Test
  void namesTheHeadOnceAndTheRestOfEverySegment() throws Exception {
    FootageLog log = FootageLog.open(data);
    List<Segment> segments =
        NumberedFootage.record(log, "cam-01", NINE, data, 12.5, Duration.ofSeconds(12));

    String playlist = HlsPlaylist.vod(segments, Segment::fileName);

    assertThat(playlist)
        .startsWith("#EXTM3U\n")
        .endsWith("#EXT-X-ENDLIST\n")
        .contains("#EXT-X-PROGRAM-DATE-TIME:2026-03-02T01:00:00.000Z\n")
        .doesNotContain("DISCONTINUITY");
    assertThat(playlist.split("#EXT-X-MAP")).hasSize(2);
    assertThat(playlist.split("#EXTINF:4.000,")).hasSize(4);
    Matcher range = Pattern.compile("BYTERANGE:(\\d+)@(\\d+)\n(\\S+)").matcher(playlist);
    int ranges = 0;
    while (range.find()) {
      byte[] file = Files.readAllBytes(segments.get(ranges++).file());
      int offset = Integer.parseInt(range.group(2));
      assertThat(offset + Integer.parseInt(range.group(1))).isEqualTo(file.length);
      assertThat(new String(file, offset + 4, 4, "US-ASCII")).isEqualTo("moof");
      assertThat(ByteBuffer.wrap(file).getInt(4)).isEqualTo(0x66747970);
    }
    assertThat(ranges).isEqualTo(3);
  }

  @Test
  void marksHolesAndRestartedClocksAsDiscontinuities() throws Exception {
    FootageLog log = FootageLog.open(data);
    NumberedFootage.record(log, "cam-01", NINE, data, 12.5, Duration.ofSeconds(8));
    Instant seamless = NINE.plusSeconds(8);
    NumberedFootage.record(log, "cam-01", seamless, data, 12.5, Duration.ofSeconds(8));
    Instant later = NINE.plusSeconds(20);
    NumberedFootage.record(log, "cam-01", later, data, 12.5, Duration.ofSeconds(8));

    String playlist = HlsPlaylist.live(log.all("cam-01"), Segment::fileName);

    assertThat(playlist.split("#EXT-X-DISCONTINUITY\n")).hasSize(3);
    assertThat(playlist).contains("#EXT-X-PROGRAM-DATE-TIME:2026-03-02T01:00:20.000Z\n");
    assertThat(playlist).doesNotContain("ENDLIST");
  }

  @Test
  void sendsPlayersToTheH264OfH265Segments() throws Exception {
    FootageLog log = FootageLog.open(data);
    List<Segment> segments =
        new VideoImport(log, "cam-03", NINE).run(NumberedFootage.ready("h265-b"));

    String playlist = HlsPlaylist.vod(segments, Segment::fileName);

    assertThat(playlist)
        .contains("#EXT-X-MAP:URI=\"h264/" + segments.get(0).fileName() + "?part=INIT\"\n")
        .contains("\nh264/" + segments.get(1).fileName() + "?part=MEDIA\n")
        .doesNotContain("BYTERANGE", "DISCONTINUITY");
  }

  @Test
  void leavesOutWhatIsGone() throws Exception {
    FootageLog log = FootageLog.open(data);
    List<Segment> segments =
        NumberedFootage.record(log, "cam-02", NINE, data, 12.5, Duration.ofSeconds(12));
    Files.delete(segments.get(1).file());

    String playlist = HlsPlaylist.vod(segments, Segment::fileName);

    assertThat(playlist).doesNotContain(segments.get(1).fileName());
    assertThat(playlist).contains("#EXT-X-DISCONTINUITY\n");
  }
}
