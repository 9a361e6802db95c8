package io.zaigang.ingest.playout;

import io.zaigang.ingest.av.NalUnits.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Puts pictures into RTP packets (RFC 6184 for H.264, RFC 7798 for H.265): small NAL units whole,
 * large ones in fragments. Counts what it sends for the sender reports.
 */
final class RtpPacketizer {

  static final int PAYLOAD_TYPE = 96;

  private static final int MAX_PAYLOAD = 1400;
  private static final int RTP_HEAD = 12;
  private static final int H264_FRAGMENT = 28;
  private static final int HEVC_FRAGMENT = 49;
  private static final long NTP_OFFSET_SECONDS = 2_208_988_800L;

  private final RtpSink sink;
  private final int source;
  private int sequence;
  private int packets;
  private int octets;

  RtpPacketizer(RtpSink sink, int source) {
    this.sink = sink;
    this.source = source;
  }

  void send(List<byte[]> nals, Codec codec, int timestamp) throws IOException {
    for (int i = 0; i < nals.size(); i++) {
      byte[] nal = nals.get(i);
      boolean last = i == nals.size() - 1;
      if (nal.length <= MAX_PAYLOAD) {
        packet(timestamp, last, new byte[0], nal, 0, nal.length);
      } else {
        fragments(nal, codec, timestamp, last);
      }
    }
    sink.flush();
  }

  private void fragments(byte[] nal, Codec codec, int timestamp, boolean lastNal)
      throws IOException {
    int headBytes = codec == Codec.H264 ? 1 : 2;
    int step = MAX_PAYLOAD - headBytes - 1;
    for (int at = headBytes; at < nal.length; at += step) {
      int length = Math.min(step, nal.length - at);
      boolean end = at + length == nal.length;
      int marks = (at == headBytes ? 0x80 : 0) | (end ? 0x40 : 0);
      byte[] head =
          codec == Codec.H264
              ? new byte[] {
                (byte) (nal[0] & 0xE0 | H264_FRAGMENT), (byte) (codec.type(nal) | marks)
              }
              : new byte[] {
                (byte) (nal[0] & 0x81 | HEVC_FRAGMENT << 1),
                nal[1],
                (byte) (codec.type(nal) | marks)
              };
      packet(timestamp, lastNal && end, head, nal, at, length);
    }
  }

  private void packet(int timestamp, boolean marker, byte[] head, byte[] data, int from, int length)
      throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(RTP_HEAD + head.length + length);
    packet.put((byte) 0x80).put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)));
    packet.putShort((short) sequence++).putInt(timestamp).putInt(source);
    packet.put(head).put(data, from, length);
    sink.rtp(packet.array());
    packets++;
    octets += head.length + length;
  }

  /** Tells the receiver which wall clock belongs to which time stamp (RFC 3550, 6.4.1). */
  void report(long wallMillis, int timestamp) throws IOException {
    ByteBuffer report = ByteBuffer.allocate(28);
    report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
    report.putInt((int) (Math.floorDiv(wallMillis, 1000) + NTP_OFFSET_SECONDS));
    report.putInt((int) (Math.floorMod(wallMillis, 1000L) * 4_294_967_296L / 1000));
    report.putInt(timestamp).putInt(packets).putInt(octets);
    sink.rtcp(report.array());
  }
}
