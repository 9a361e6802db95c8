package io.zaigang.ingest.rendition;

/**
 * How much a rendition may cost.
 *
 * @param maxHeightPx higher pictures are scaled down
 * @param maxFramesPerSecond pictures in between are left out
 */
public record RenditionSettings(int maxHeightPx, double maxFramesPerSecond) {

  /** Faces at a counter stay visible, and a minute costs less than a minute of one core. */
  public static final RenditionSettings DEFAULT = new RenditionSettings(720, 12.5);

  public RenditionSettings {
    if (maxHeightPx < 64 || !(maxFramesPerSecond >= 1) || maxFramesPerSecond > 60) {
      throw new IllegalArgumentException(
          "A rendition is at least 64 pixels high at 1 to 60 pictures a second, not "
              + maxHeightPx
              + " at "
              + maxFramesPerSecond);
    }
  }
}
