package io.zaigang.ingest.record;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Which of several recorders of one site plan this is. Every camera has one that records it; when
 * that is gone, the others stand in for it, in turn.
 *
 * @param number from 0
 * @param count how many recorders there are
 */
public record Shard(int number, int count) {

  /** The only recorder of a plan. */
  public static final Shard ONLY = new Shard(0, 1);

  private static final int MOST = 1000;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  public Shard {
    if (count < 1 || count > MOST || number < 0 || number >= count) {
      throw new IllegalArgumentException(
          "'%d/%d' is no shard: the first of three is 0/3, the last 2/3".formatted(number, count));
    }
  }

  /** Reads {@code 0/3}. */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no shard, such as 0/3");
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** 0 for a camera of its own; else after how many others it stands in for this one. */
  int turn(String cameraId) {
    CRC32 hash = new CRC32();
    hash.update(cameraId.getBytes(StandardCharsets.UTF_8));
    // a checksum keeps ids that differ in one digit close together; this scatters them
    long scattered = hash.getValue() * 0x9E3779B97F4A7C15L >>> 33;
    int own = (int) (scattered % count);
    return Math.floorMod(number - own, count);
  }

  /** A name for what each recorder keeps for itself; the only one has none. */
  public String suffix() {
    return count == 1 ? "" : "-" + number;
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}
