package io.zaigang.ingest.record;

import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.GapLedger;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one camera is recorded, and why not further: keeps the gap ledger. Not thread-safe. */
final class RecordedSpan {

  private static final Logger LOG = LoggerFactory.getLogger(RecordedSpan.class);

  private final String cameraId;
  private final GapLedger ledger;
  private final CameraStatus status;
  private @Nullable Instant end;
  private @Nullable Instant troubleSince;
  private GapCause trouble = GapCause.CAMERA_OFFLINE;

  RecordedSpan(FootageLog log, String cameraId, CameraStatus status) {
    this.cameraId = cameraId;
    this.ledger = GapLedger.of(log, cameraId);
    this.status = status;
    this.end = log.latest(cameraId).map(Segment::end).orElse(null);
  }

  /** The recorder starts: what is missing until now is because none ran. */
  void recorderStarts(Instant now) {
    if (end != null && isHole(end, now)) {
      write(new Gap(end, now, GapCause.RECORDER_DOWN));
      troubleSince = now;
    }
  }

  /** From now on nothing is recorded, for this cause. */
  void stopped(GapCause cause) {
    trouble = cause;
  }

  /** End of the newest segment; null where there is none. */
  @Nullable Instant end() {
    return end;
  }

  void published(Segment segment) {
    Instant before = end;
    if (before != null && isHole(before, segment.start())) {
      status.foundGap();
      Instant from = troubleSince != null && troubleSince.isAfter(before) ? troubleSince : before;
      if (from.isBefore(segment.start())) {
        write(new Gap(from, segment.start(), trouble));
      }
    }
    troubleSince = null;
    end = segment.end();
    status.wroteSegment(segment.end());
  }

  private void write(Gap gap) {
    try {
      ledger.add(gap);
      LOG.info(
          "Camera '{}': no footage for {} from {}: {}",
          cameraId,
          gap.duration(),
          gap.from(),
          gap.cause());
    } catch (IOException e) {
      // The hole itself shows in the names; only its cause is lost.
      LOG.warn("Camera '{}': the gap ledger cannot be written: {}", cameraId, e.getMessage());
    }
  }

  private static boolean isHole(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(FootageLog.GAP_TOLERANCE) > 0;
  }
}
