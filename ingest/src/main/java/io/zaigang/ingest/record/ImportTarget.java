package io.zaigang.ingest.record;

import io.zaigang.ingest.av.VideoFormat;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.footage.SegmentFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where an imported file's segments go; its wall clock is the start given by the caller. */
final class ImportTarget implements SegmentCutter.Target {

  private final SegmentFolder folder;
  private final VideoFormat format;
  private final Instant start;
  private final List<Segment> segments = new ArrayList<>();

  ImportTarget(SegmentFolder folder, VideoFormat format, Instant start) {
    this.folder = folder;
    this.format = format;
    this.start = start;
  }

  @Override
  public SegmentWriter begin(Instant provisionalStart) throws IOException {
    return new SegmentWriter(folder, provisionalStart, format);
  }

  @Override
  public Instant wallClock(long pts) {
    return start.plusMillis(TimedPacket.millis(pts - PacketTimeline.ORIGIN));
  }

  @Override
  public Instant startOfRun(long firstPts, long endPts) {
    return wallClock(firstPts);
  }

  @Override
  public void published(Segment segment) {
    segments.add(segment);
  }

  List<Segment> segments() {
    return segments;
  }
}
