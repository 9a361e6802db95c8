package io.zaigang.dashboard.footage;

import io.zaigang.ingest.clip.HlsPlaylist;
import io.zaigang.ingest.clip.SegmentAddress;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes playlists whose addresses are those of {@link FootageController}. */
@Component
class Playlists {

  /** Relative to the playlist. */
  private static final SegmentAddress ADDRESS = segment -> "segments/" + segment.fileName();

  private final FootageLog log;

  Playlists(FootageLog log) {
    this.log = log;
  }

  List<Segment> segments(String camera, Span span) {
    return log.segments(camera, span.from(), span.to());
  }

  String vod(List<Segment> segments) {
    return HlsPlaylist.vod(segments, ADDRESS);
  }

  String live(List<Segment> segments) {
    return HlsPlaylist.live(segments, ADDRESS);
  }
}
