package io.zaigang.ingest.clip;

import io.zaigang.ingest.footage.Segment;
import java.util.List;
import java.util.function.Function;

/** HLS playlists over segments as they lie on disk: no transcoding, no copies. */
public final class HlsPlaylist {

  private HlsPlaylist() {}

  /**
   * A finished playlist (VOD) over these segments.
   *
   * @param uri where a player fetches a segment (byte ranges are asked for)
   */
  public static String vod(List<Segment> segments, Function<Segment, String> uri) {
    throw new UnsupportedOperationException("being written" + segments + uri);
  }

  /** A playlist that a player asks for again, as it grows at its live edge. */
  public static String live(List<Segment> segments, Function<Segment, String> uri) {
    throw new UnsupportedOperationException("being written" + segments + uri);
  }
}
