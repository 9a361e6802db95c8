package io.zaigang.models.presence;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.models.imaging.PictureFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;

/**
 * A photograph as a fixed camera would film it: the same every time but for the sensor's noise, and
 * with one part of it shifted a little where somebody moves. Seeded: the same film every time.
 */
final class FilmedPicture implements AutoCloseable {

  private static final int NOISE = 2;
  private static final int CHANNELS = 3;

  private final BgrPicture photograph;
  private final byte[] original;
  private final byte[] noise = new byte[1 << 16];
  private final Random random = new Random(7);

  FilmedPicture(Path file) throws IOException {
    photograph = PictureFile.read(file);
    original = new byte[photograph.heightPx() * photograph.strideBytes()];
    photograph.pixels().get(original);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (random.nextInt(2 * NOISE + 1) - NOISE);
    }
  }

  int widthPx() {
    return photograph.widthPx();
  }

  int heightPx() {
    return photograph.heightPx();
  }

  /** Nothing moves. */
  BgrPicture still() {
    return new Frame(noisy(original));
  }

  /** What is in a part moves: it lies up to a twentieth of its width beside where it was. */
  BgrPicture moving(Box part) {
    int reach = Math.max(1, (int) (part.width() / 20));
    int shift = (1 + random.nextInt(reach)) * (random.nextBoolean() ? 1 : -1);
    byte[] moved = original.clone();
    int left = Math.max(reach, (int) part.x());
    int right = Math.min(widthPx() - reach, (int) part.right());
    int bottom = Math.min(heightPx(), (int) part.bottom());
    for (int y = Math.max(0, (int) part.y()); y < bottom; y++) {
      int row = y * photograph.strideBytes();
      System.arraycopy(
          original,
          row + CHANNELS * left,
          moved,
          row + CHANNELS * (left + shift),
          CHANNELS * (right - left));
    }
    return new Frame(noisy(moved));
  }

  private byte[] noisy(byte[] pixels) {
    byte[] film = new byte[pixels.length];
    int from = random.nextInt(noise.length);
    for (int i = 0; i < film.length; i++) {
      int level = (pixels[i] & 255) + noise[(from + i * 7) & (noise.length - 1)];
      film[i] = (byte) Math.max(0, Math.min(255, level));
    }
    return film;
  }

  @Override
  public void close() {
    photograph.close();
  }

  /** One picture of the film. */
  private final class Frame implements BgrPicture {

    private final ByteBuffer pixels;

    Frame(byte[] levels) {
      pixels = ByteBuffer.allocateDirect(levels.length).put(levels).rewind();
    }

    @Override
    public int widthPx() {
      return photograph.widthPx();
    }

    @Override
    public int heightPx() {
      return photograph.heightPx();
    }

    @Override
    public int strideBytes() {
      return photograph.strideBytes();
    }

    @Override
    public ByteBuffer pixels() {
      return pixels.duplicate().rewind();
    }

    @Override
    public void close() {}
  }
}
