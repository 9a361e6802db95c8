package io.zaigang.ingest.av;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SampleGridTest {

  @Property
  void everyMillisecondLiesInExactlyTheSlotThatBeganLast(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
      @ForAll @DoubleRange(min = 0.01, max = 100) double fps) {
    SampleGrid grid = SampleGrid.perSecond(fps);
    Instant at = Instant.ofEpochMilli(millis);

    long slot = grid.slotOf(at);

    assertThat(grid.startOf(slot)).isBeforeOrEqualTo(at);
    assertThat(grid.startOf(slot + 1)).isAfter(at);
    assertThat(grid.slotOf(grid.startOf(slot))).isEqualTo(slot);
  }

  @Test
  void slotsHangOnTheEpoch() {
    SampleGrid grid = SampleGrid.perSecond(0.5);

    assertThat(grid.startOf(grid.slotOf(Instant.parse("2026-03-02T01:00:01.999Z"))))
        .isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(SampleGrid.perSecond(5).slotMillis()).isEqualTo(200);
  }

  @Test
  void refusesRatesThatMakeNoSense() {
    for (double fps : new double[] {0, -1, 101, Double.NaN}) {
      assertThatThrownBy(() -> SampleGrid.perSecond(fps))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("analysisFps");
    }
  }
}
