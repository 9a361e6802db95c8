package io.zaigang.dashboard.evidence;

import io.zaigang.ingest.clip.ClipChapter;
import io.zaigang.ingest.clip.ClipPiece;
import io.zaigang.ingest.footage.Gap;
import java.util.List;

/**
 * What a clip shows and what it lacks; kept as JSON.
 *
 * @param showsOnset whether it was found to show the onset, by decoding it
 */
record ClipContents(
    boolean showsOnset, List<ClipPiece> pieces, List<ClipChapter> chapters, List<Gap> gaps) {

  ClipContents {
    pieces = List.copyOf(pieces);
    chapters = List.copyOf(chapters);
    gaps = List.copyOf(gaps);
  }
}
