package io.zaigang.dashboard.makeup;

import io.zaigang.dashboard.duty.WindowDutyView;
import io.zaigang.domain.duty.AbsenceKind;
import io.zaigang.domain.duty.AbsenceState;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import io.zaigang.ingest.footage.GapCause;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an approver needs on one screen.
 *
 * @param place where to look; null where the roster names no window for the person that day
 * @param strip presence to the grain of single pictures; null where those are no longer kept
 * @param cameras what is known of the footage of each camera of the place
 * @param roster who was expected at that window at the punch time; null without a place
 * @param punches the person's other punches of that day
 * @param absences of the person that meet that day, whatever their state
 */
record EvidenceCard(
    MakeUpView request,
    @Nullable MakeUpPlaceView place,
    @Nullable FineStrip strip,
    List<CameraFacts> cameras,
    @Nullable WindowDutyView roster,
    List<DayPunch> punches,
    List<DayAbsence> absences) {

  /**
   * Posts and cameras to look at.
   *
   * @param postIds the person's own post, or all of the window
   * @param cameraIds those that see the posts and that the caller may watch
   */
  record MakeUpPlaceView(
      String windowId,
      List<String> postIds,
      List<String> cameraIds,
      OffsetDateTime from,
      OffsetDateTime to) {}

  /**
   * Whether somebody was at the posts, picture by picture.
   *
   * @param grainSeconds time between two pictures: nothing is known more finely
   * @param stretches from the begin of the span to its end, without a hole
   */
  record FineStrip(double grainSeconds, List<StripStretch> stretches) {}

  /** A stretch through which nothing changed. */
  record StripStretch(OffsetDateTime from, OffsetDateTime to, Presence presence) {}

  /**
   * What is known of one camera's footage of the span.
   *
   * @param clockAheadMillis by how much the time that the camera shows was ahead of the hall's;
   *     null where the camera does not tell its time
   */
  record CameraFacts(
      String cameraId, @Nullable Long clockAheadMillis, List<MissingFootage> missing) {}

  /** Footage that is not there. */
  record MissingFootage(OffsetDateTime from, OffsetDateTime to, GapCause cause) {}

  /**
   * What became of one due punch.
   *
   * @param punchedAt null where there is no punch
   */
  record DayPunch(
      OffsetDateTime dueAt,
      PunchDirection direction,
      PunchOutcome outcome,
      @Nullable OffsetDateTime punchedAt) {}

  /** An absence of the day. */
  record DayAbsence(
      AbsenceKind kind,
      OffsetDateTime from,
      OffsetDateTime to,
      OffsetDateTime requestedAt,
      AbsenceState state,
      @Nullable String reason) {}
}
