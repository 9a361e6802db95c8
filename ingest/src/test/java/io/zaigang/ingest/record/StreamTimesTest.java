package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.ingest.record.JumpBridge.Arrived;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StreamTimesTest {

  private static final long SECOND = TimedPacket.TICKS_PER_SECOND;
  private static final long NANOS = 1_000_000_000L;

  @Property
  void decodeTimesGrowWhateverTheTimesOfDisplayAre(
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 900_000) Long> pts,
      @ForAll @IntRange(min = 0, max = 4) int depth) {
    DecodeTimes times = DecodeTimes.computed(depth, 3600);
    long last = Long.MIN_VALUE;
    for (long shown : pts) {
      long dts = times.next(shown, null);
      assertThat(dts).isGreaterThan(last);
      last = dts;
    }
  }

  @Test
  void decodeTimesOfReorderedPicturesNeverExceedTheTimeOfDisplay() {
    List<Long> pts = List.of(0L, 4L, 2L, 1L, 3L, 8L, 6L, 5L, 7L);
    assertThat(DecodeTimes.reorderDepth(pts)).isEqualTo(2);

    DecodeTimes times = DecodeTimes.computed(2, 3600);
    for (long shown : pts) {
      assertThat(times.next(shown * 3600, null)).isLessThanOrEqualTo(shown * 3600);
    }
    assertThat(DecodeTimes.reorderDepth(List.of(0L, 1L, 2L))).isZero();
  }

  @Test
  void behindAPauseNothingIsDecodedBeforeIt() {
    DecodeTimes times = DecodeTimes.computed(2, 3600);
    for (long shown : List.of(0L, 4L, 2L, 1L, 3L, 8L, 6L, 5L, 7L)) {
      times.next(shown * 3600, null);
    }
    long begin = 60 * SECOND;
    for (long shown : List.of(0L, 4L, 2L, 1L, 3L)) {
      long dts = times.next(begin + shown * 3600, null);
      assertThat(dts).isBetween(begin - 2 * 3600, begin + shown * 3600);
    }
  }

  @Test
  void theFirstPictureLiesAtTheOrigin() {
    JumpBridge bridge = new JumpBridge();

    assertThat(bridge.mend(OptionalLong.of(77), 0)).isEqualTo(PacketTimeline.ORIGIN);
    assertThat(bridge.mend(OptionalLong.of(77 + 3600), 40_000_000))
        .isEqualTo(PacketTimeline.ORIGIN + 3600);
    assertThat(bridge.mend(OptionalLong.empty(), 80_000_000)).isNull();
  }

  @Test
  void jumpsAreBridgedAndPausesStay() {
    JumpBridge bridge = new JumpBridge();
    List<Long> mended = new ArrayList<>();
    mended.add(bridge.mend(OptionalLong.of(0), 0));
    mended.add(bridge.mend(OptionalLong.of(SECOND), NANOS));
    // Back to nothing, a day ahead, and then a real pause of five seconds.
    mended.add(bridge.mend(OptionalLong.of(-SECOND * 3600), 2 * NANOS));
    mended.add(bridge.mend(OptionalLong.of(SECOND * 86_400), 3 * NANOS));
    mended.add(bridge.mend(OptionalLong.of(SECOND * 86_405), 8 * NANOS));

    assertThat(mended.stream().map(pts -> (pts - PacketTimeline.ORIGIN) / SECOND))
        .containsExactly(0L, 1L, 2L, 3L, 8L);
    assertThat(bridge.jumps()).isEqualTo(2);
  }

  @Property
  void aJumpAmongPicturesOutOfOrderLeavesNoTrace(
      @ForAll @IntRange(min = 24, max = 60) int at,
      @ForAll @LongRange(min = -9_000_000, max = 9_000_000) long by) {
    Assume.that(Math.abs(by) > 4 * SECOND);
    long interval = SECOND / 25;
    JumpBridge bridge = new JumpBridge();
    List<Arrived> behind = new ArrayList<>();
    for (int i = 0; i < at + 8; i++) {
      // Decoded in the order 0 4 2 1 3 8 6 5 7: shown at most four places after it is sent.
      long place = i == 0 ? 0 : (i - 1) / 4 * 4 + List.of(4, 2, 1, 3).get((i - 1) % 4);
      OptionalLong pts = OptionalLong.of(place * interval + (i < at ? 0 : by));
      if (i < at) {
        assertThat(bridge.mend(pts, i * NANOS / 25))
            .isEqualTo(PacketTimeline.ORIGIN + place * interval);
      } else {
        behind.add(new Arrived(pts, i * NANOS / 25));
      }
    }
    assertThat(bridge.isJump(behind.get(0).pts(), behind.get(0).arrivalNanos())).isTrue();

    bridge.bridge(behind, interval);

    assertThat(bridge.shift()).isEqualTo(PacketTimeline.ORIGIN - by);
  }

  @Test
  void packetsThatComeInABurstAreNoJump() {
    JumpBridge bridge = new JumpBridge();
    bridge.mend(OptionalLong.of(0), 0);
    for (int i = 1; i < 100; i++) {
      bridge.mend(OptionalLong.of(i * SECOND / 25), 6 * NANOS + i);
    }
    assertThat(bridge.jumps()).isZero();
  }
}
