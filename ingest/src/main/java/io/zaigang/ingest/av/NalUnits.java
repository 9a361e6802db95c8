package io.zaigang.ingest.av;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * H.264 and H.265 byte streams taken apart into NAL units (ITU-T H.264 and H.265, annex B; ISO/IEC
 * 14496-15 for the length-prefixed form in MP4).
 */
public final class NalUnits {

  /** The smallest {@link #filler}. */
  public static final int LEAST_FILLER = 4;

  private static final int H264_FILLER = 12;
  private static final int HEVC_FILLER = 38;
  private static final int H264_SPS = 7;
  private static final int H264_PPS = 8;
  private static final int HEVC_VPS = 32;
  private static final int HEVC_PPS = 34;
  private static final int AVC_HEAD_BYTES = 6;
  private static final int HEVC_HEAD_BYTES = 23;

  private NalUnits() {}

  /**
   * The NAL units of one packet, without start codes and lengths.
   *
   * @param head the codec's head as the container gives it: tells which form the packets have
   */
  public static List<byte[]> of(byte[] packet, byte[] head, Codec codec) {
    if (head.length > 0 && head[0] == 1) {
      int at = codec == Codec.H264 ? 4 : 21;
      return lengthPrefixed(packet, (head[at] & 3) + 1);
    }
    return startCodes(packet);
  }

  /** The parameter sets in a codec's head, in either form. */
  public static List<byte[]> parameterSets(byte[] head, Codec codec) {
    if (head.length == 0) {
      return List.of();
    }
    if (head[0] != 1) {
      return startCodes(head).stream().filter(nal -> isParameterSet(nal, codec)).toList();
    }
    return codec == Codec.H264 ? avcSets(head) : hevcSets(head);
  }

  /** True for SPS and PPS, in H.265 also VPS. */
  public static boolean isParameterSet(byte[] nal, Codec codec) {
    int type = codec.type(nal);
    return codec == Codec.H264
        ? type == H264_SPS || type == H264_PPS
        : type >= HEVC_VPS && type <= HEVC_PPS;
  }

  /** Joined again with start codes. */
  public static byte[] withStartCodes(List<byte[]> nals) {
    ByteBuffer joined = ByteBuffer.allocate(nals.stream().mapToInt(nal -> nal.length + 4).sum());
    nals.forEach(nal -> joined.putInt(1).put(nal));
    return joined.array();
  }

  /** A NAL unit of filler data, which decoders skip. */
  public static byte[] filler(int bytes, Codec codec) {
    byte[] nal = new byte[Math.max(LEAST_FILLER, bytes)];
    Arrays.fill(nal, (byte) 0xff);
    nal[0] = (byte) (codec == Codec.H264 ? H264_FILLER : HEVC_FILLER << 1);
    if (codec == Codec.HEVC) {
      nal[1] = 1;
    }
    nal[nal.length - 1] = (byte) 0x80;
    return nal;
  }

  static List<byte[]> startCodes(byte[] data) {
    List<byte[]> nals = new ArrayList<>();
    int begin = -1;
    int zeros = 0;
    for (int i = 0; i < data.length; i++) {
      if (data[i] == 1 && zeros >= 2) {
        addNal(nals, data, begin, i - zeros);
        begin = i + 1;
      }
      zeros = data[i] == 0 ? zeros + 1 : 0;
    }
    addNal(nals, data, begin, data.length);
    return nals;
  }

  private static void addNal(List<byte[]> nals, byte[] data, int begin, int end) {
    if (begin >= 0 && end > begin) {
      nals.add(Arrays.copyOfRange(data, begin, end));
    }
  }

  private static List<byte[]> lengthPrefixed(byte[] data, int lengthBytes) {
    List<byte[]> nals = new ArrayList<>();
    int at = 0;
    while (at + lengthBytes <= data.length) {
      int length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | data[at + i] & 0xff;
      }
      at += lengthBytes;
      if (length <= 0 || length > data.length - at) {
        break;
      }
      nals.add(Arrays.copyOfRange(data, at, at + length));
      at += length;
    }
    return nals;
  }

  private static List<byte[]> avcSets(byte[] head) {
    List<byte[]> sets = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(head).position(AVC_HEAD_BYTES - 1);
    readSets(in, in.get() & 0x1f, sets);
    readSets(in, in.hasRemaining() ? in.get() & 0xff : 0, sets);
    return sets;
  }

  private static List<byte[]> hevcSets(byte[] head) {
    List<byte[]> sets = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(head).position(HEVC_HEAD_BYTES - 1);
    int arrays = in.get() & 0xff;
    for (int i = 0; i < arrays && in.remaining() > 3; i++) {
      int type = in.get() & 0x3f;
      List<byte[]> target = type >= HEVC_VPS && type <= HEVC_PPS ? sets : new ArrayList<>();
      readSets(in, in.getShort() & 0xffff, target);
    }
    return sets;
  }

  private static void readSets(ByteBuffer in, int count, List<byte[]> sets) {
    for (int i = 0; i < count && in.remaining() > 2; i++) {
      int length = Math.min(in.getShort() & 0xffff, in.remaining());
      byte[] set = new byte[length];
      in.get(set);
      sets.add(set);
    }
  }

  /** Which codec a NAL unit is of. */
  public enum Codec {
    H264,
    HEVC;

    /** The type in a NAL unit's head. */
    public int type(byte[] nal) {
      if (nal.length == 0) {
        return -1;
      }
      return this == H264 ? nal[0] & 0x1f : nal[0] >> 1 & 0x3f;
    }
  }
}
