package io.zaigang.dashboard.evidence;

import io.zaigang.ingest.clip.ChapterKind;
import io.zaigang.ingest.footage.GapCause;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of an incident as the desk sees it.
 *
 * @param reason why it is not READY; null where it is
 * @param detail one line more, for the administrator
 * @param from begin of what it should show: ten seconds before the onset
 * @param to its end; null while the incident goes on
 * @param madeAt null until it is made
 * @param clips one a camera that this person may watch, in the incident's order
 */
record EvidenceView(
    String incidentId,
    EvidenceState state,
    @Nullable EvidenceReason reason,
    @Nullable String detail,
    OffsetDateTime from,
    @Nullable OffsetDateTime to,
    @Nullable OffsetDateTime madeAt,
    List<ClipView> clips) {

  /**
   * One camera's clip.
   *
   * @param codec {@code h264} plays in every browser; of {@code hevc} only the marked one does
   * @param from wall time of the first picture
   * @param to end of the last
   * @param bytes length of the plain clip
   * @param sha256 of the plain clip
   * @param markedSha256 of the rendition with burnt-in place, time and zones; null until it is made
   * @param showsOnset whether the clip was found to show the moment it began
   * @param pieces what the clip is put together from: one, or several for a long incident
   * @param chapters moments worth jumping to, in order
   * @param gaps what was not recorded of the span, in order
   * @param url the plain clip
   * @param markedUrl the marked rendition; null until it is made
   * @param manifestUrl what it was cut from, with its sums
   */
  record ClipView(
      String cameraId,
      String codec,
      OffsetDateTime from,
      OffsetDateTime to,
      long bytes,
      String sha256,
      @Nullable String markedSha256,
      boolean showsOnset,
      List<PieceView> pieces,
      List<ChapterView> chapters,
      List<GapView> gaps,
      String url,
      @Nullable String markedUrl,
      String manifestUrl) {}

  /**
   * A stretch of wall time within a clip.
   *
   * @param offsetMillis where in the clip it begins
   */
  record PieceView(long offsetMillis, OffsetDateTime from, OffsetDateTime to) {}

  /**
   * A moment within a clip.
   *
   * @param offsetMillis where in the clip
   */
  record ChapterView(ChapterKind kind, long offsetMillis, OffsetDateTime at) {}

  /** A hole in the footage. */
  record GapView(OffsetDateTime from, OffsetDateTime to, GapCause cause) {}
}
