package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a segment file, as a player needs to know it (ISO/IEC 14496-12: boxes ftyp and
 * moov, then fragments of moof and mdat).
 *
 * @param initBytes length of the part before the first fragment
 * @param initChecksum of those bytes: neighbours with the same one decode alike
 * @param firstDecodeTicks decode time of the first packet, 1/90,000 s on the stream's clock
 * @param fileBytes length of the whole file
 * @param codec what the pictures are compressed with
 */
public record SegmentHead(
    int initBytes, long initChecksum, long firstDecodeTicks, long fileBytes, Codec codec) {

  /** What segments hold. */
  public enum Codec {
    /** Plays in every browser. */
    H264,
    /** Plays in few. */
    H265
  }

  private static final int USUAL_BYTES = 4096;
  private static final int MAX_BYTES = 1 << 20;
  private static final int BOX_HEAD = 8;
  private static final int MOOF = type("moof");
  private static final int TRAF = type("traf");
  private static final int TFDT = type("tfdt");
  private static final int HVC1 = type("hvc1");
  private static final int HEV1 = type("hev1");

  /** Reads the head of a finished segment. */
  public static SegmentHead read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (int size = USUAL_BYTES; size <= MAX_BYTES; size *= 8) {
        ByteBuffer start = ByteBuffer.allocate(size);
        while (start.hasRemaining() && channel.read(start, start.position()) > 0) {
          // Reads on until the buffer is full or the file ends.
        }
        start.flip();
        SegmentHead head = parse(start, channel.size());
        if (head != null) {
          return head;
        }
      }
    }
    throw new IOException("Segment " + file + " has no fragment; verify the footage");
  }

  private static @Nullable SegmentHead parse(ByteBuffer start, long fileBytes) {
    int moof = find(start, 0, start.limit(), MOOF);
    if (moof < 0 || moof + BOX_HEAD > start.limit()) {
      return null;
    }
    int moofEnd = Math.min(start.limit(), moof + start.getInt(moof));
    int traf = find(start, moof + BOX_HEAD, moofEnd, TRAF);
    int tfdt = traf < 0 ? -1 : find(start, traf + BOX_HEAD, moofEnd, TFDT);
    if (tfdt < 0 || tfdt + BOX_HEAD + 12 > start.limit()) {
      return null;
    }
    int version = start.get(tfdt + BOX_HEAD);
    int at = tfdt + BOX_HEAD + 4;
    long ticks = version == 1 ? start.getLong(at) : start.getInt(at) & 0xffffffffL;
    CRC32C checksum = new CRC32C();
    checksum.update(start.array(), 0, moof);
    return new SegmentHead(moof, checksum.getValue(), ticks, fileBytes, codec(start, moof));
  }

  /** The sample description lies deep in moov; its four letters are found faster without boxes. */
  private static Codec codec(ByteBuffer start, int initBytes) {
    for (int at = 0; at + Integer.BYTES <= initBytes; at++) {
      int letters = start.getInt(at);
      if (letters == HVC1 || letters == HEV1) {
        return Codec.H265;
      }
    }
    return Codec.H264;
  }

  /** Offset of the first box of a type among its siblings, or −1. */
  private static int find(ByteBuffer data, int from, int to, int type) {
    int at = from;
    while (at >= 0 && at + BOX_HEAD <= to) {
      if (data.getInt(at + 4) == type) {
        return at;
      }
      int size = data.getInt(at);
      if (size < BOX_HEAD) {
        return -1;
      }
      at += size;
    }
    return -1;
  }

  private static int type(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
