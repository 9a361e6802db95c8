package io.zaigang.ingest.av;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * When samples are due: slot {@code k} begins at {@code k / analysisFps} seconds after the epoch.
 *
 * <p>The grid hangs on absolute media time alone, so the samples of a piece of footage are the same
 * however often and from wherever it is read. Exact arithmetic, in whole milliseconds; a rate is
 * taken to four decimals.
 */
public final class SampleGrid {

  private static final int DECIMALS = 4;
  private static final long SLOT_UNITS_PER_SECOND = 10_000;
  private static final double MAX_FPS = 100;

  /** Slots in {@code SLOT_UNITS_PER_SECOND} seconds. */
  private final long rate;

  private SampleGrid(long rate) {
    this.rate = rate;
  }

  /**
   * A grid of so many samples a second.
   *
   * @throws IllegalArgumentException outside 0.0001 to 100
   */
  public static SampleGrid perSecond(double analysisFps) {
    if (!(analysisFps >= 1.0 / SLOT_UNITS_PER_SECOND) || analysisFps > MAX_FPS) {
      throw new IllegalArgumentException(
          "analysisFps is " + analysisFps + "; it must be between 0.0001 and 100");
    }
    return new SampleGrid(
        BigDecimal.valueOf(analysisFps)
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .unscaledValue()
            .longValueExact());
  }

  /** The slot that an instant lies in. */
  public long slotOf(Instant at) {
    return Math.floorDiv(at.toEpochMilli() * rate, 1000 * SLOT_UNITS_PER_SECOND);
  }

  /** The first whole millisecond of a slot. */
  public Instant startOf(long slot) {
    return Instant.ofEpochMilli(-Math.floorDiv(-slot * 1000 * SLOT_UNITS_PER_SECOND, rate));
  }

  /** Length of a slot in milliseconds; slots begin at rounded instants, so this is not rounded. */
  public double slotMillis() {
    return 1000.0 * SLOT_UNITS_PER_SECOND / rate;
  }
}
