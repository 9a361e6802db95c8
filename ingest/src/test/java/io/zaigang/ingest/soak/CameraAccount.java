package io.zaigang.ingest.soak;

import io.zaigang.ingest.av.SegmentCheck;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoPacket;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Gap;
import io.zaigang.ingest.footage.GapCause;
import io.zaigang.ingest.footage.Segment;
import io.zaigang.ingest.soak.UnreliableCamera.Mishap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is on the disk of one camera, after a soak.
 *
 * @param wall from the recorder's start to the end of the last segment
 * @param left from there until the recorder was told to stop
 * @param recorded media time in the segments, from their packets and not from their names
 * @param gaps holes in the ledger, by cause
 * @param holes how many
 * @param silent how long the camera really sent nothing
 * @param bad what is wrong with segments
 * @param mishaps what happened to the camera
 */
record CameraAccount(
    String cameraId,
    Duration wall,
    Duration left,
    Duration recorded,
    Map<GapCause, Duration> gaps,
    int holes,
    int segments,
    Duration silent,
    List<String> bad,
    Map<Mishap, Integer> mishaps) {

  private static final long TICKS_PER_MILLI = 90;

  static CameraAccount of(FootageLog log, UnreliableCamera camera, Instant begin, Instant end)
      throws IOException {
    List<Segment> segments = log.all(camera.id());
    List<String> bad = new ArrayList<>();
    Duration recorded = Duration.ZERO;
    Instant covered = begin.minusSeconds(1);
    for (Segment segment : segments) {
      SegmentCheck.problemOf(segment)
          .ifPresent(problem -> bad.add(segment.fileName() + " " + problem));
      if (segment.start().isBefore(covered)) {
        bad.add(segment.fileName() + " begins before the one before it ends");
      }
      covered = segment.end();
      recorded = recorded.plus(mediaTime(segment));
    }
    Instant last = segments.get(segments.size() - 1).end();
    List<Gap> gaps = log.gaps(camera.id(), begin, last);
    Map<GapCause, Duration> byCause = new TreeMap<>();
    gaps.forEach(gap -> byCause.merge(gap.cause(), gap.duration(), Duration::plus));
    return new CameraAccount(
        camera.id(),
        Duration.between(begin, last),
        Duration.between(last, end),
        recorded,
        byCause,
        gaps.size(),
        segments.size(),
        camera.silent(),
        bad,
        camera.happened());
  }

  private static Duration mediaTime(Segment segment) throws IOException {
    long end = 0;
    try (SegmentPackets packets = SegmentPackets.open(segment);
        VideoPacket packet = new VideoPacket()) {
      while (packets.read(packet)) {
        end = Math.max(end, packets.shownTicks(packet) + packet.duration());
      }
    }
    return Duration.ofMillis(end / TICKS_PER_MILLI);
  }

  Duration missing() {
    return gaps.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Wall time that is neither footage nor a hole in the ledger; negative: counted twice. */
  Duration unaccounted() {
    return wall.minus(recorded).minus(missing());
  }
}
