package io.zaigang.job.source.reader;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.ingest.av.FrameReader;
import io.zaigang.ingest.av.FrameReading;
import io.zaigang.ingest.av.SampleGrid;
import io.zaigang.ingest.av.SampledPicture;
import io.zaigang.ingest.av.SegmentFrames;
import io.zaigang.ingest.av.UndecodableSpan;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.record.UnfinishedFootage;
import io.zaigang.job.source.split.FootageSplit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One camera's samples out of the footage log, segment by segment. */
final class LoggedFootage implements CameraFootage {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedFootage.class);

  private final FootageLog log;
  private final String cameraId;
  private final SampleGrid grid;
  private final FrameReader reader;
  private final @Nullable Instant end;
  private final @Nullable Instant lastSample;
  private final UnfinishedFootage unfinished;
  private final Queue<FootageItem> pending = new ArrayDeque<>();
  private Instant position;
  private @Nullable Segment segment;
  private @Nullable SegmentFrames frames;
  private int framesCounted;
  private Ending ending = Ending.NOT_YET;

  LoggedFootage(FootageLog log, FootageSplit split, SampleGrid grid) {
    this.log = log;
    this.cameraId = split.cameraId();
    this.unfinished = UnfinishedFootage.of(log, split.cameraId());
    this.grid = grid;
    this.position = Instant.ofEpochMilli(split.positionMillis());
    this.end = split.endMillis() == null ? null : Instant.ofEpochMilli(split.endMillis());
    this.lastSample =
        split.lastSampleMillis() == null ? null : Instant.ofEpochMilli(split.lastSampleMillis());
    this.reader = FrameReader.from(grid, lastSample == null ? position : slotStart(lastSample));
  }

  @Override
  public @Nullable FootageItem next() {
    while (true) {
      FootageItem ready = pending.poll();
      if (ready != null) {
        return ready;
      }
      SegmentFrames open = frames;
      if (open == null) {
        if (!openNextSegment()) {
          return null;
        }
        continue;
      }
      FrameReading reading = open.next();
      if (reading == null) {
        closeSegment();
      } else if (!take(reading, open)) {
        return null;
      }
    }
  }

  /** False when the end of the span is reached. */
  private boolean take(FrameReading reading, SegmentFrames open) {
    if (reading instanceof SampledPicture sample) {
      return take(sample, open);
    }
    UndecodableSpan span = (UndecodableSpan) reading;
    LOG.warn(
        "Camera '{}': footage from {} to {} cannot be decoded: {}",
        cameraId,
        span.from(),
        span.to(),
        span.cause());
    for (long slot = grid.slotOf(span.from()); grid.startOf(slot).isBefore(span.to()); slot++) {
      Instant at = grid.startOf(slot);
      if (!at.isBefore(span.from()) && !at.isBefore(position) && !pastEnd(at)) {
        pending.add(new FootageItem.Unusable(at, BlindCause.UNDECODABLE));
        position = at.plusMillis(1);
      }
    }
    return !pastEnd(span.to()) || !pending.isEmpty() || done();
  }

  private boolean take(SampledPicture sample, SegmentFrames open) {
    if (pastEnd(sample.at())) {
      sample.close();
      return done();
    }
    if (!sample.at().isBefore(position)) {
      int decoded = open.framesDecoded();
      pending.add(new FootageItem.Picture(sample.at(), sample.picture(), decoded - framesCounted));
      framesCounted = decoded;
      position = sample.at().plusMillis(1);
    } else if (sample.at().equals(lastSample)) {
      pending.add(new FootageItem.LastPicture(sample.at(), sample.picture()));
    } else {
      sample.close();
    }
    return true;
  }

  private boolean openNextSegment() {
    Optional<Segment> found = nextSegment();
    if (found.isEmpty()) {
      ending = end == null ? Ending.NOT_YET : Ending.DONE;
      return false;
    }
    Segment next = found.get();
    if (pastEnd(next.start())) {
      return done();
    }
    segment = next;
    begin(next);
    return true;
  }

  /** It stays what comes next by name, once it has one: then it may have become longer. */
  @Override
  public boolean takeUnfinished() {
    if (frames != null || end != null) {
      return false;
    }
    Optional<Segment> copy = unfinished.copyAfter(position);
    copy.ifPresent(this::begin);
    return copy.isPresent();
  }

  private void begin(Segment next) {
    if (next.start().isAfter(position.plus(FootageLog.GAP_TOLERANCE))) {
      pending.add(new FootageItem.Hole(next.start()));
      position = next.start();
    }
    frames = reader.open(next);
    framesCounted = 0;
  }

  private Optional<Segment> nextSegment() {
    if (segment != null) {
      return log.firstAfter(cameraId, segment.start());
    }
    Instant start = lastSample == null ? position : lastSample;
    Optional<Segment> covering = log.at(cameraId, start);
    return covering.isPresent() ? covering : log.firstAtOrAfter(cameraId, start);
  }

  private Instant slotStart(Instant at) {
    return grid.startOf(grid.slotOf(at));
  }

  private boolean pastEnd(Instant at) {
    return end != null && !at.isBefore(end);
  }

  private boolean done() {
    ending = Ending.DONE;
    closeSegment();
    return false;
  }

  private void closeSegment() {
    if (frames != null) {
      frames.close();
      frames = null;
    }
  }

  @Override
  public Ending ending() {
    return ending;
  }

  @Override
  public Instant position() {
    return position;
  }

  @Override
  public void close() {
    pending.forEach(FootageItem::discard);
    pending.clear();
    closeSegment();
    unfinished.close();
    reader.close();
  }
}
