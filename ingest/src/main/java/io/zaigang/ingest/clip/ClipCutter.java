package io.zaigang.ingest.clip;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.SegmentPackets;
import io.zaigang.ingest.av.VideoFormat;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.ingest.footage.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts MP4 clips out of the footage log by copying packets: what the camera sent, unchanged. */
public final class ClipCutter {

  private final FootageLog log;

  public ClipCutter(FootageLog log) {
    this.log = log;
  }

  /** Cuts one stretch, {@code [from, to]}, see {@link #cut(ClipPlan, Path)}. */
  public Clip cut(String cameraId, Instant from, Instant to, Path target) throws IOException {
    return cut(ClipPlan.of(cameraId, from, to), target);
  }

  /**
   * Cuts a file that plays from its first byte. Each stretch begins at the last key frame at or
   * before its begin. Where footage is missing within a stretch, the picture before stands still
   * for as long. Segments of another format than the plan's anchor has are left out.
   *
   * @param target written whole or not at all
   * @throws NoFootageException when nothing is recorded there
   */
  public Clip cut(ClipPlan plan, Path target) throws IOException {
    List<Segment> all = new ArrayList<>();
    for (Stretch stretch : plan.stretches()) {
      for (Segment segment : segments(plan, stretch)) {
        if (all.isEmpty() || !all.get(all.size() - 1).equals(segment)) {
          all.add(segment);
        }
      }
    }
    if (all.isEmpty()) {
      throw new NoFootageException(plan.cameraId(), plan.from(), plan.to());
    }
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".cutting");
    try (VideoFormat format = formatOf(all, plan.anchor())) {
      List<LeftOut> leftOut = new ArrayList<>();
      List<Segment> usable = usable(all, format, leftOut);
      Clip written;
      try (ClipWriter writer = new ClipWriter(unfinished, format)) {
        for (Stretch stretch : plan.stretches()) {
          writer.write(stretch, overlapping(usable, stretch));
        }
        List<ClipChapter> chapters = writer.finish(plan.chapters());
        written = new Clip(target, format.codec(), writer.pieces(), chapters, usable, leftOut);
      }
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private List<Segment> segments(ClipPlan plan, Stretch stretch) {
    return log.segments(plan.cameraId(), stretch.from(), stretch.to());
  }

  private static List<Segment> overlapping(List<Segment> segments, Stretch stretch) {
    return segments.stream().filter(s -> s.overlaps(stretch.from(), stretch.to())).toList();
  }

  /** Of the first readable segment at or after the anchor, else of the last before it. */
  private static VideoFormat formatOf(List<Segment> segments, Instant anchor) throws IOException {
    List<Segment> nearest = new ArrayList<>();
    segments.stream().filter(segment -> segment.end().isAfter(anchor)).forEach(nearest::add);
    for (int i = segments.size() - 1; i >= 0; i--) {
      if (!segments.get(i).end().isAfter(anchor)) {
        nearest.add(segments.get(i));
      }
    }
    AvException unreadable = null;
    for (Segment segment : nearest) {
      try (SegmentPackets packets = SegmentPackets.open(segment)) {
        return packets.format().copy();
      } catch (AvException e) {
        unreadable = e;
      }
    }
    throw new IOException("Nothing recorded there can be read", unreadable);
  }

  private static List<Segment> usable(
      List<Segment> segments, VideoFormat format, List<LeftOut> leftOut) {
    List<Segment> usable = new ArrayList<>();
    for (Segment segment : segments) {
      try (SegmentPackets packets = SegmentPackets.open(segment)) {
        if (packets.format().sameAs(format)) {
          usable.add(segment);
        } else {
          String why = "the camera sends " + packets.format() + " there, elsewhere " + format;
          leftOut.add(new LeftOut(segment, LeftOut.Cause.OTHER_FORMAT, why));
        }
      } catch (AvException e) {
        String why = "segment " + segment.fileName() + " " + e.getMessage();
        leftOut.add(new LeftOut(segment, LeftOut.Cause.UNREADABLE, why));
      }
    }
    return usable;
  }
}
