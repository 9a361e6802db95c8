package io.zaigang.ingest.footage;

import io.zaigang.ingest.footage.SegmentHead.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The heads of a day's segments in one file beside them ({@code .heads}), so that a playlist of a
 * day does not open 20,000 files. Only a help: what it does not hold is read from the segments, and
 * it may be deleted at any time. Records of {@link #RECORD} bytes, big-endian: start and duration
 * in milliseconds, codec (8 bits), length (24 bits) and checksum of the part before the first
 * fragment, first decode time, length of the file.
 */
public final class HeadIndex {

  static final String FILE_NAME = ".heads";

  private static final int LENGTH_BITS = 24;
  private static final int RECORD = 4 * Long.BYTES + 2 * Integer.BYTES;

  private final Map<SegmentName, SegmentHead> heads;
  private final long folderChanged;

  private HeadIndex(Map<SegmentName, SegmentHead> heads, long folderChanged) {
    this.heads = heads;
    this.folderChanged = folderChanged;
  }

  /** Adds a segment that was just finished, in whose folder only the caller writes. */
  static void add(Segment segment) throws IOException {
    SegmentHead head = SegmentHead.read(segment.file());
    ByteBuffer record = ByteBuffer.allocate(RECORD);
    record.putLong(segment.start().toEpochMilli());
    record.putInt(Math.toIntExact(segment.duration().toMillis()));
    record.putInt(head.codec().ordinal() << LENGTH_BITS | head.initBytes());
    record.putLong(head.initChecksum());
    record.putLong(head.firstDecodeTicks()).putLong(head.fileBytes()).flip();
    try (FileChannel channel =
        FileChannel.open(
            file(folder(segment)), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // A record that a power cut tore is written over.
      channel.write(record, channel.size() / RECORD * RECORD);
    }
  }

  /** What is known of the segments that are in a day's folder now. */
  public static HeadIndex read(Path folder) {
    long changed = folder.toFile().lastModified();
    Map<SegmentName, SegmentHead> heads = new HashMap<>();
    try {
      ByteBuffer records = ByteBuffer.wrap(Files.readAllBytes(file(folder)));
      while (records.remaining() >= RECORD) {
        SegmentName name = new SegmentName(records.getLong(), records.getInt());
        heads.put(name, head(records));
      }
    } catch (IOException | IllegalArgumentException noneOrDamaged) {
      heads.clear();
    }
    if (!heads.isEmpty()) {
      heads.keySet().retainAll(names(folder));
    }
    return new HeadIndex(heads, changed);
  }

  private static Set<SegmentName> names(Path folder) {
    String[] names = Objects.requireNonNullElse(folder.toFile().list(), new String[0]);
    return Arrays.stream(names)
        .flatMap(name -> SegmentName.parse(name).stream())
        .collect(Collectors.toSet());
  }

  private static SegmentHead head(ByteBuffer records) {
    int init = records.getInt();
    Codec codec = init >>> LENGTH_BITS == Codec.H265.ordinal() ? Codec.H265 : Codec.H264;
    return new SegmentHead(
        init & (1 << LENGTH_BITS) - 1,
        records.getLong(),
        records.getLong(),
        records.getLong(),
        codec);
  }

  /** The head of a segment; null where it must be read from the segment itself. */
  public @Nullable SegmentHead of(Segment segment) {
    return heads.get(SegmentName.of(segment.start(), segment.duration()));
  }

  /** True where nothing came or went since this was read. */
  public boolean isCurrent(Path folder) {
    return folder.toFile().lastModified() == folderChanged;
  }

  /** The folder in whose index a segment is. */
  public static Path folder(Segment segment) {
    Path folder = segment.file().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("Segment " + segment.file() + " lies in no folder");
    }
    return folder;
  }

  private static Path file(Path folder) {
    return folder.resolve(FILE_NAME);
  }
}
