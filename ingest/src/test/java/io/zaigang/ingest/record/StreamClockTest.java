package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamClockTest {

  private static final long T0 = Instant.parse("2026-03-02T01:00:00Z").toEpochMilli();

  private final StreamClock clock = new StreamClock();
  private final Random random = new Random(1);

  private void packet(long mediaMillis, long delayMillis, OptionalLong senderMillis) {
    OptionalLong micros =
        senderMillis.isPresent()
            ? OptionalLong.of(senderMillis.getAsLong() * 1000)
            : OptionalLong.empty();
    clock.observe(TimedPacket.ticks(mediaMillis), T0 + mediaMillis + delayMillis, micros);
  }

  private long errorAt(long mediaMillis) {
    return clock.at(TimedPacket.ticks(mediaMillis)).toEpochMilli() - T0 - mediaMillis;
  }

  @Test
  void takesTheLeastDelayWhereTheCameraTellsNoTime() {
    for (int media = 0; media < 20_000; media += 40) {
      packet(media, 20 + random.nextInt(300), OptionalLong.empty());
    }

    assertThat(errorAt(20_000)).isBetween(20L, 25L);
    assertThat(clock.cameraAheadMillis()).isEmpty();
  }

  @Test
  void takesTheCamerasClockWhereItIsRight() {
    for (int media = 0; media < 10_000; media += 40) {
      packet(media, 150 + random.nextInt(300), OptionalLong.of(T0 + media));
    }

    assertThat(errorAt(10_000)).isZero();
    assertThat(clock.cameraAheadMillis().orElseThrow()).isBetween(-200L, -150L);
  }

  @Test
  void distrustsACameraThatIsHoursOffAndSaysByHowMuch() {
    long eightHours = Duration.ofHours(8).toMillis();
    for (int media = 0; media < 10_000; media += 40) {
      packet(media, 20, OptionalLong.of(T0 + media + eightHours));
    }

    assertThat(errorAt(10_000)).isEqualTo(20);
    assertThat(clock.cameraAheadMillis()).hasValue(eightHours - 20);
  }

  @Test
  void changesSlowlyOnceFootageIsNamed() {
    packet(0, 500, OptionalLong.empty());
    clock.settle();
    long last = errorAt(0);
    for (int media = 40; media < 60_000; media += 40) {
      packet(media, 100, OptionalLong.empty());
      long now = errorAt(media);
      assertThat(last - now).isBetween(0L, 1L);
      last = now;
    }
    assertThat(last).isBetween(200L, 210L);
    assertThat(clock.hasStepped()).isFalse();
  }

  @Test
  void noticesThatAClockWasSet() {
    for (int media = 0; media < 5_000; media += 40) {
      packet(media, 50, OptionalLong.empty());
    }
    clock.settle();
    for (int media = 5_000; media < 14_000; media += 40) {
      packet(media, 50 - 3_600_000, OptionalLong.empty());
    }
    assertThat(clock.hasStepped()).isFalse();
    for (int media = 14_000; media < 16_000; media += 40) {
      packet(media, 50 - 3_600_000, OptionalLong.empty());
    }
    assertThat(clock.hasStepped()).isTrue();

    clock.restart();
    packet(16_000, 50 - 3_600_000, OptionalLong.empty());
    assertThat(errorAt(16_000)).isEqualTo(50 - 3_600_000);
  }

  @Test
  void aBurstOfOldPicturesAtTheBeginningDoesNotShiftTime() {
    for (int media = 0; media < 2_000; media += 40) {
      packet(media, 2_000 - media + 30, OptionalLong.empty());
    }
    for (int media = 2_000; media < 6_000; media += 40) {
      packet(media, 30, OptionalLong.empty());
    }

    assertThat(errorAt(0)).isEqualTo(30);
  }
}
