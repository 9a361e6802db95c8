package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentHead;
import io.zaigang.ingest.footage.SegmentHead.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HLS playlists (RFC 8216) over segments as they lie on disk: no transcoding, no copies. A player
 * fetches byte ranges of the segment files: the head once, the rest of each. Only segments in
 * H.265, which most browsers do not play, are fetched in H.264, see {@link H264Segments}.
 *
 * <p>Holes in the footage, a changed codec head and a restarted stream clock are discontinuities;
 * after each, and at the beginning, the playlist says what wall clock it is. Segments that have
 * meanwhile gone or cannot be read are left out, like holes.
 */
public final class HlsPlaylist {

  private static final SegmentHeads HEADS = new SegmentHeads();
  private static final long TICKS_PER_MILLI = 90;

  /** The stream's clock and the wall clock may drift apart by this much within a segment. */
  private static final long CLOCK_TOLERANCE_MILLIS = 500;

  private record Entry(Segment segment, SegmentHead head) {}

  private final StringBuilder text = new StringBuilder(1 << 12);
  private final SegmentAddress uri;
  private @Nullable Entry previous;

  private HlsPlaylist(SegmentAddress uri) {
    this.uri = uri;
  }

  /**
   * A finished playlist (VOD) over these segments.
   *
   * @param uri where a player fetches a segment; must answer byte ranges
   */
  public static String vod(List<Segment> segments, SegmentAddress uri) {
    return new HlsPlaylist(uri).write(segments, "VOD") + "#EXT-X-ENDLIST\n";
  }

  /**
   * A playlist that a player asks for again and again while it grows. Its first segment must stay
   * the same from call to call: ask the log for the span from one fixed instant.
   */
  public static String live(List<Segment> segments, SegmentAddress uri) {
    return new HlsPlaylist(uri).write(segments, "EVENT");
  }

  private String write(List<Segment> segments, String type) {
    long longest =
        segments.stream().map(Segment::duration).mapToLong(Duration::toMillis).max().orElse(4000);
    text.append("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:")
        .append((longest + 999) / 1000)
        .append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:")
        .append(type)
        .append("\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    SegmentHeads.View heads = HEADS.now();
    for (Segment segment : segments) {
      Optional<SegmentHead> head = heads.of(segment);
      head.ifPresent(found -> append(new Entry(segment, found)));
    }
    return text.toString();
  }

  private void append(Entry entry) {
    Entry before = previous;
    boolean continues = before != null && follows(before, entry);
    if (before != null && !continues) {
      text.append("#EXT-X-DISCONTINUITY\n");
    }
    if (before == null || before.head().initChecksum() != entry.head().initChecksum()) {
      appendMap(entry);
    }
    if (!continues) {
      text.append("#EXT-X-PROGRAM-DATE-TIME:").append(millis(entry.segment().start())).append('\n');
    }
    text.append("#EXTINF:").append(seconds(entry.segment().duration())).append(",\n");
    if (entry.head().codec() == Codec.H265) {
      text.append(uri.mediaOfTranscoded(entry.segment())).append('\n');
    } else {
      int init = entry.head().initBytes();
      text.append("#EXT-X-BYTERANGE:").append(entry.head().fileBytes() - init);
      text.append('@').append(init).append('\n');
      text.append(uri.of(entry.segment())).append('\n');
    }
    previous = entry;
  }

  /** What is transcoded from segments of one head has one head, too. */
  private void appendMap(Entry entry) {
    if (entry.head().codec() == Codec.H265) {
      text.append("#EXT-X-MAP:URI=\"").append(uri.initOfTranscoded(entry.segment()));
    } else {
      text.append("#EXT-X-MAP:URI=\"").append(uri.of(entry.segment())).append("\",BYTERANGE=\"");
      text.append(entry.head().initBytes()).append("@0");
    }
    text.append("\"\n");
  }

  private static boolean follows(Entry before, Entry entry) {
    Duration hole = Duration.between(before.segment().end(), entry.segment().start());
    if (hole.abs().compareTo(FootageLog.GAP_TOLERANCE) > 0
        || before.head().initChecksum() != entry.head().initChecksum()) {
      return false;
    }
    long wall = Duration.between(before.segment().start(), entry.segment().start()).toMillis();
    long ticks = entry.head().firstDecodeTicks() - before.head().firstDecodeTicks();
    return Math.abs(ticks / TICKS_PER_MILLI - wall) <= CLOCK_TOLERANCE_MILLIS;
  }

  private static String millis(Instant instant) {
    String iso = instant.toString();
    // ISO text of an instant leaves out zero milliseconds, which some players do not read.
    return iso.contains(".") ? iso : iso.replace("Z", ".000Z");
  }

  private static String seconds(Duration duration) {
    long millis = duration.toMillis();
    long rest = millis % 1000;
    return millis / 1000 + "." + rest / 100 + rest / 10 % 10 + rest % 10;
  }
}
