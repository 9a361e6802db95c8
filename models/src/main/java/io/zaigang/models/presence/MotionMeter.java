package io.zaigang.models.presence;

import io.zaigang.domain.geometry.Polygon;
import io.zaigang.models.imaging.GreyDifference;
import io.zaigang.models.imaging.GreyPicture;
import io.zaigang.models.imaging.PolygonMask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures, picture after picture of one camera, which share of each zone changed since the picture
 * before. A pixel changed when it did so by more than noise does: the limit follows the median
 * change of the whole picture.
 *
 * <p>Keeps the last picture in native memory: close it. Not thread-safe.
 */
final class MotionMeter implements AutoCloseable {

  /** Takes sensor and coding noise away; in pixels of the grey picture. */
  private static final double BLUR_SIGMA = 1.2;

  /** Grey levels: below, it is noise whatever the median says. */
  private static final double MIN_CHANGE = 6;

  /** Four standard deviations of Gaussian noise whose median absolute difference is one. */
  private static final double CHANGE_PER_MEDIAN = 5.9;

  /** When half of the picture changes by more, the camera shook or the light changed. */
  private static final double UNSTEADY_MEDIAN = 4;

  /** Over a longer time people move and light changes: a difference says nothing. */
  private static final Duration MAX_INTERVAL = Duration.ofSeconds(6);

  private final List<Polygon> zones;
  private final GreyDifference difference = new GreyDifference();
  private List<PolygonMask> masks = List.of();
  private GreyPicture last = new GreyPicture();
  private GreyPicture current = new GreyPicture();
  private @Nullable Instant lastAt;
  private int maskWidthPx;
  private int maskHeightPx;

  /**
   * @param zones in fractions of the picture
   */
  MotionMeter(List<Polygon> zones) {
    this.zones = List.copyOf(zones);
  }

  /**
   * Compares with the picture before and keeps this one for the next.
   *
   * @return empty when there is none before that could be compared with
   */
  Optional<Motion> measure(Instant at, GreyPicture picture) {
    current.smooth(picture, BLUR_SIGMA);
    Instant before = lastAt;
    boolean comparable =
        before != null
            && at.isAfter(before)
            && !at.isAfter(before.plus(MAX_INTERVAL))
            && last.sameSizeAs(current);
    Optional<Motion> motion = comparable ? Optional.of(compare()) : Optional.empty();
    GreyPicture swap = last;
    last = current;
    current = swap;
    lastAt = at;
    return motion;
  }

  private Motion compare() {
    difference.take(last, current);
    double median = difference.median();
    double limit = Math.max(MIN_CHANGE, CHANGE_PER_MEDIAN * median);
    var marks = difference.marksAbove(limit);
    List<Double> shares = new ArrayList<>(zones.size());
    for (PolygonMask mask : masksFor(current)) {
      shares.add(mask.shareOf(marks));
    }
    return new Motion(difference.shareAbove(limit), shares, median < UNSTEADY_MEDIAN);
  }

  private List<PolygonMask> masksFor(GreyPicture picture) {
    if (masks.size() != zones.size() || !masksFit(picture)) {
      masks.forEach(PolygonMask::close);
      masks =
          zones.stream()
              .map(zone -> new PolygonMask(zone, picture.widthPx(), picture.heightPx()))
              .toList();
      maskWidthPx = picture.widthPx();
      maskHeightPx = picture.heightPx();
    }
    return masks;
  }

  private boolean masksFit(GreyPicture picture) {
    return maskWidthPx == picture.widthPx() && maskHeightPx == picture.heightPx();
  }

  @Override
  public void close() {
    masks.forEach(PolygonMask::close);
    masks = List.of();
    difference.close();
    last.close();
    current.close();
  }
}
