package io.zaigang.models.imaging;

import java.util.List;

/**
 * What a family of networks wants of its input: float planes, {@code (pixel − mean) / deviation}.
 *
 * @param fit how the picture is brought to size
 * @param fill value of all channels outside the picture, before normalising, 0 to 255
 * @param order of the planes
 * @param mean three values, blue first
 * @param deviation three values, blue first
 */
public record Preprocessing(
    Fit fit, int fill, ChannelOrder order, List<Double> mean, List<Double> deviation) {

  public Preprocessing {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != 3 || deviation.size() != 3) {
      throw new IllegalArgumentException("Three channels need three means and three deviations");
    }
  }

  /** Every channel divided by the same number. */
  public static Preprocessing dividing(Fit fit, int fill, ChannelOrder order, double divisor) {
    return new Preprocessing(
        fit, fill, order, List.of(0.0, 0.0, 0.0), List.of(divisor, divisor, divisor));
  }
}
