package io.zaigang.ingest.footage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds out how much of an unfinished segment is whole fragments. */
public final class FragmentScan {

  private static final int BOX_HEAD = 8;
  private static final int MOOF = type("moof");
  private static final int MDAT = type("mdat");

  private FragmentScan() {}

  /** Cuts off what follows the last whole fragment; returns the bytes left, 0 for none. */
  public static long truncateToWholeFragments(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long whole = wholeFragments(channel);
      channel.truncate(whole);
      return whole;
    }
  }

  private static long wholeFragments(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(BOX_HEAD);
    long size = channel.size();
    long at = 0;
    long whole = 0;
    boolean sawMoof = false;
    while (at + BOX_HEAD <= size) {
      head.clear();
      if (channel.read(head, at) < BOX_HEAD) {
        break;
      }
      long boxSize = head.getInt(0) & 0xffffffffL;
      int type = head.getInt(4);
      if (boxSize < BOX_HEAD || at + boxSize > size) {
        break;
      }
      at += boxSize;
      sawMoof |= type == MOOF;
      if (type == MDAT && sawMoof) {
        whole = at;
      }
    }
    return whole;
  }

  private static int type(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
