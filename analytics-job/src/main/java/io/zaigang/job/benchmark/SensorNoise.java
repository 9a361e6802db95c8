package io.zaigang.job.benchmark;

import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.ingest.av.EncoderSettings;
import io.zaigang.ingest.av.PictureStream;
import io.zaigang.ingest.av.StreamPicture;
import io.zaigang.ingest.av.VideoFileWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/**
 * Adds a sensor's noise to a clean video. Without it nearly every block of a composed scene is "as
 * before", and decoding all frames costs a fraction of what it does for a real camera.
 */
final class SensorNoise {

  /** Grey levels; an indoor camera at usual gain. */
  private static final double DEVIATION = 2;

  /** Long enough that no picture's noise repeats where it was. */
  private static final int PATTERN_BYTES = (1 << 22) + 4099;

  private final byte[] pattern = new byte[PATTERN_BYTES];
  private final Random random = new Random(20210318);

  SensorNoise() {
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (byte) Math.round(random.nextGaussian() * DEVIATION);
    }
  }

  /** Writes the noisy copy, whole or not at all. */
  void addTo(Path clean, Path noisy, EncoderSettings settings) throws IOException {
    Path unfinished = noisy.resolveSibling("." + noisy.getFileName() + ".unfinished.mp4");
    byte[] pixels = new byte[3 * settings.widthPx() * settings.heightPx()];
    try (PictureStream pictures = PictureStream.open(clean);
        VideoFileWriter writer = new VideoFileWriter(unfinished, settings)) {
      for (StreamPicture next = pictures.next(); next != null; next = pictures.next()) {
        try (StreamPicture picture = next) {
          copy(picture.picture(), pixels);
          add(pixels);
          writer.write(pixels, picture.offset());
        }
      }
      writer.finish();
    }
    Files.move(unfinished, noisy, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(BgrPicture picture, byte[] pixels) {
    ByteBuffer source = picture.pixels();
    int rowBytes = 3 * picture.widthPx();
    for (int row = 0; row < picture.heightPx(); row++) {
      source.get(row * picture.strideBytes(), pixels, row * rowBytes, rowBytes);
    }
  }

  private void add(byte[] pixels) {
    int at = random.nextInt(pattern.length);
    for (int i = 0; i < pixels.length; i++) {
      int value = (pixels[i] & 0xff) + pattern[at];
      pixels[i] = (byte) Math.max(0, Math.min(255, value));
      at = at + 1 == pattern.length ? 0 : at + 1;
    }
  }
}
