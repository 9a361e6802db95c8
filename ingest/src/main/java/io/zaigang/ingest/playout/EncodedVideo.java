package io.zaigang.ingest.playout;

import io.zaigang.ingest.av.AvException;
import io.zaigang.ingest.av.NalUnits;
import io.zaigang.ingest.av.NalUnits.Codec;
import io.zaigang.ingest.av.VideoFile;
import io.zaigang.ingest.av.VideoPacket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A video held in memory, compressed, to be sent again and again.
 *
 * @param parameterSets of the codec, in the order of the stream's head
 * @param units pictures in decode order
 * @param ticks length in 1/90,000 s
 */
public record EncodedVideo(
    Codec codec, List<byte[]> parameterSets, List<AccessUnit> units, long ticks) {

  public EncodedVideo {
    parameterSets = List.copyOf(parameterSets);
    units = List.copyOf(units);
  }

  /**
   * One picture.
   *
   * @param nals its NAL units
   * @param pts when it is shown, ticks since the first picture was decoded
   * @param dts when it is sent
   */
  @SuppressWarnings("ArrayRecordComponent")
  record AccessUnit(List<byte[]> nals, long pts, long dts, boolean keyFrame) {}

  /**
   * The same pictures, each with so much filler data (ISO/IEC 14496-10 and 23008-2, 7.3.2) that the
   * stream is as heavy as a real camera's; decoders skip it.
   */
  public EncodedVideo paddedTo(long bitsPerSecond) {
    long bytesPerUnit = bitsPerSecond * ticks / 90_000 / 8 / units.size();
    List<AccessUnit> padded =
        units.stream()
            .map(
                unit -> {
                  long missing =
                      bytesPerUnit - unit.nals().stream().mapToLong(nal -> nal.length).sum();
                  List<byte[]> nals = new ArrayList<>(unit.nals());
                  if (missing >= NalUnits.LEAST_FILLER) {
                    nals.add(NalUnits.filler((int) missing, codec));
                  }
                  return new AccessUnit(nals, unit.pts(), unit.dts(), unit.keyFrame());
                })
            .toList();
    return new EncodedVideo(codec, parameterSets, padded, ticks);
  }

  /** By how much a picture may be sent before it is shown: the camera has taken it by then. */
  long reorderTicks() {
    return units.stream().mapToLong(unit -> unit.pts() - unit.dts()).max().orElse(0);
  }

  /** Reads a file; H.264 or H.265. */
  public static EncodedVideo load(Path file) throws IOException {
    try (VideoFile video = VideoFile.open(file);
        VideoPacket packet = new VideoPacket()) {
      if (!video.format().isCopyable()) {
        throw new IOException(
            "'" + file + "' is " + video.format().codec() + "; a camera sends h264 or hevc");
      }
      Codec codec = video.format().isH264() ? Codec.H264 : Codec.HEVC;
      return read(video, packet, codec);
    }
  }

  private static EncodedVideo read(VideoFile video, VideoPacket packet, Codec codec)
      throws AvException {
    byte[] head = video.format().head();
    double fps = video.framesPerSecond() > 0 ? video.framesPerSecond() : 25;
    long interval = Math.round(90_000 / fps);
    List<AccessUnit> units = new ArrayList<>();
    long origin = 0;
    long end = 0;
    while (video.read(packet)) {
      long fallback = origin + units.size() * interval;
      long dts = packet.dts().orElse(packet.pts().orElse(fallback));
      if (units.isEmpty()) {
        origin = dts;
      }
      long pts = packet.pts().orElse(dts);
      List<byte[]> nals = NalUnits.of(packet.bytes(), head, codec);
      units.add(new AccessUnit(nals, pts - origin, dts - origin, packet.isKeyFrame()));
      end = Math.max(end, dts - origin + interval);
    }
    List<byte[]> sets = NalUnits.parameterSets(head, codec);
    return new EncodedVideo(codec, sets, units, end);
  }
}
