package io.zaigang.job.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LookScheduleTest {

  private static final Instant START = Instant.parse("2026-03-02T00:30:00Z");
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  @Test
  void looksAsOftenAsAskedWhateverTheSamplingRate() {
    assertThat(looksInTwoMinutes(500)).isEqualTo(24);
    assertThat(looksInTwoMinutes(1000)).isEqualTo(24);
    assertThat(looksInTwoMinutes(2000)).isEqualTo(24);
  }

  @Test
  void looksAtEverySampleWhenSamplesAreRarerThanLooks() {
    assertThat(looksInTwoMinutes(10_000)).isEqualTo(12);
  }

  private static long looksInTwoMinutes(long betweenMillis) {
    return LongStream.range(0, 120_000 / betweenMillis)
        .mapToObj(i -> START.plusMillis(i * betweenMillis))
        .filter(at -> LookSchedule.isDue(at, Duration.ofMillis(betweenMillis), FIVE_SECONDS))
        .count();
  }
}
