package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.ClockLog;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.GapLedger;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one camera is recorded, and why not further: keeps the gap ledger. The camera's thread
 * tells it what happens; {@link #checkpoint} may come from another.
 */
final class RecordedSpan {

  private static final Logger LOG = LoggerFactory.getLogger(RecordedSpan.class);

  /** A segment takes some seconds to be finished; a hole that long is worth a note. */
  private static final Duration WORTH_A_CHECKPOINT = Duration.ofSeconds(20);

  private record Trouble(Instant since, GapCause cause) {}

  private final String cameraId;
  private final GapLedger ledger;
  private final ClockLog clock;
  private final CameraStatus status;
  private final List<Trouble> troubles = new ArrayList<>();
  private final List<Gap> unwritten = new ArrayList<>();
  private @Nullable Instant end;

  /** Until when everything is either recorded or in the ledger. */
  private Instant accounted;

  private boolean growing;

  /**
   * Begins where the footage ends.
   *
   * @param recorderStart when this recorder was started: what is missing before that is missing
   *     because none ran
   */
  RecordedSpan(FootageLog log, String cameraId, CameraStatus status, Instant recorderStart) {
    this.cameraId = cameraId;
    this.ledger = GapLedger.of(log, cameraId);
    this.clock = ClockLog.of(log, cameraId);
    this.status = status;
    this.end = log.latest(cameraId).map(Segment::end).orElse(null);
    this.accounted = end == null ? recorderStart : end;
    recorderStarts(recorderStart);
  }

  private void recorderStarts(Instant now) {
    Instant known = accounted;
    try {
      Optional<Instant> settled = ledger.settle();
      known = settled.filter(accounted::isBefore).orElse(accounted);
    } catch (IOException e) {
      warn(e);
    }
    if (isHole(known, now)) {
      unwritten.add(new Gap(known, now, GapCause.RECORDER_DOWN));
      write();
    }
    accounted = now.isAfter(accounted) ? now : accounted;
    troubles.add(new Trouble(accounted, GapCause.RECORDER_DOWN));
  }

  /** From now on nothing is recorded, for this cause. */
  void stopped(GapCause cause) {
    stopped(cause, Instant.now());
  }

  /** The same, as of some time ago. */
  synchronized void stopped(GapCause cause, Instant since) {
    if (troubles.isEmpty() || troubles.get(troubles.size() - 1).cause() != cause) {
      troubles.add(new Trouble(since, cause));
    }
  }

  /** What the camera's own clock said meanwhile: for those who compare it with a burnt-in time. */
  private void noteClock(Segment segment) {
    Long ahead = status.clockOffsetMillis();
    if (ahead != null) {
      try {
        clock.note(segment.start(), ahead);
      } catch (IOException e) {
        warn(e);
      }
    }
  }

  /** End of the newest segment; null where there is none. */
  synchronized @Nullable Instant end() {
    return end;
  }

  synchronized void published(Segment segment) {
    List<Gap> gaps = gapsUntil(segment.start());
    if (!gaps.isEmpty()) {
      status.foundGap();
      gaps.forEach(
          gap ->
              LOG.info(
                  "Camera '{}': no footage for {} from {}: {}",
                  cameraId,
                  gap.duration(),
                  gap.from(),
                  gap.cause()));
      unwritten.addAll(gaps);
    }
    forgetTroublesUntil(segment.end());
    accounted = segment.end();
    end = segment.end();
    status.wroteSegment(segment.end());
    noteClock(segment);
    write();
  }

  /** Notes a hole that is still growing, so that its cause survives this process. */
  synchronized void checkpoint(Instant now) {
    if (troubles.isEmpty() || now.minus(WORTH_A_CHECKPOINT).isBefore(accounted)) {
      return;
    }
    try {
      ledger.grows(gapsUntil(now));
      growing = true;
    } catch (IOException e) {
      LOG.debug("Camera '{}': the gap ledger cannot be written: {}", cameraId, e.getMessage());
    }
  }

  private List<Gap> gapsUntil(Instant to) {
    List<Gap> gaps = new ArrayList<>();
    if (!isHole(accounted, to)) {
      return gaps;
    }
    if (troubles.isEmpty()) {
      return List.of(new Gap(accounted, to, GapCause.UNKNOWN));
    }
    for (int i = 0; i < troubles.size(); i++) {
      Instant begin = i == 0 ? accounted : latest(accounted, troubles.get(i).since());
      Instant finish = i + 1 < troubles.size() ? earliest(to, troubles.get(i + 1).since()) : to;
      if (begin.isBefore(finish)) {
        gaps.add(new Gap(begin, finish, troubles.get(i).cause()));
      }
    }
    return gaps;
  }

  private void forgetTroublesUntil(Instant recorded) {
    while (!troubles.isEmpty()) {
      Instant over = troubles.get(Math.min(1, troubles.size() - 1)).since();
      if (over.isAfter(recorded)) {
        return;
      }
      troubles.remove(0);
    }
  }

  private void write() {
    try {
      ledger.add(unwritten);
      unwritten.clear();
      if (growing) {
        ledger.grows(List.of());
        growing = false;
      }
    } catch (IOException e) {
      // The hole itself shows in the names; its cause is written with the next segment.
      warn(e);
    }
  }

  private void warn(IOException e) {
    LOG.warn("Camera '{}': the gap ledger cannot be written: {}", cameraId, e.getMessage());
  }

  private static boolean isHole(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(FootageLog.GAP_TOLERANCE) > 0;
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
