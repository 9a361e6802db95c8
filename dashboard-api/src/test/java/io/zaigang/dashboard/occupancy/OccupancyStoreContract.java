package io.zaigang.dashboard.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.occupancy.OccupancyMinute;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of minutes does. */
interface OccupancyStoreContract {

  Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");

  /** An empty store. */
  OccupancyStore store();

  static OccupancyMinute minute(String window, int minute, double staffed, double empty) {
    return new OccupancyMinute(
        window, EIGHT.plusSeconds(60L * minute), staffed, empty, 60 - staffed - empty, 0, 1.25, 4);
  }

  @Test
  default void givesBackTheMinutesOfOneWindowAndSpanInOrder() {
    OccupancyStore store = store();
    store.put(List.of(minute("w03", 2, 60, 0), minute("w03", 0, 40, 20), minute("w04", 1, 60, 0)));

    assertThat(store.minutes("w03", EIGHT, EIGHT.plusSeconds(120)))
        .containsExactly(minute("w03", 0, 40, 20));
    assertThat(store.minutes("w03", EIGHT, EIGHT.plusSeconds(121)))
        .containsExactly(minute("w03", 0, 40, 20), minute("w03", 2, 60, 0));
    assertThat(store.minutes("w05", EIGHT, EIGHT.plusSeconds(121))).isEmpty();
  }

  @Test
  default void countsOnlyWhatChanged() {
    OccupancyStore store = store();
    List<OccupancyMinute> minutes = List.of(minute("w03", 0, 40, 20), minute("w03", 1, 60, 0));

    assertThat(store.put(minutes)).isEqualTo(2);
    assertThat(store.put(minutes)).isZero();
    assertThat(store.put(List.of())).isZero();
  }

  @Test
  default void keepsTheReportThatSawMore() {
    OccupancyStore store = store();
    store.put(List.of(minute("w03", 0, 10, 45)));

    store.put(List.of(minute("w03", 0, 0, 30)));
    assertThat(store.minutes("w03", EIGHT, EIGHT.plusSeconds(60)))
        .containsExactly(minute("w03", 0, 10, 45));

    store.put(List.of(minute("w03", 0, 60, 0)));
    assertThat(store.minutes("w03", EIGHT, EIGHT.plusSeconds(60)))
        .containsExactly(minute("w03", 0, 60, 0));
  }

  @Test
  default void takesADayOfManyWindowsAtOnce() {
    OccupancyStore store = store();
    List<OccupancyMinute> day =
        IntStream.range(0, 1440 * 3).mapToObj(i -> minute("w" + i % 3, i / 3, i % 60, 0)).toList();

    assertThat(store.put(day)).isEqualTo(day.size());

    assertThat(store.minutes("w1", EIGHT, EIGHT.plusSeconds(86_400))).hasSize(1440);
  }

  @Test
  default void anIdIsAValueNeverPartOfAQuery() {
    OccupancyStore store = store();
    String id = "w' OR 1=1; DROP DATABASE \"zaigang\" --";
    store.put(List.of(minute(id, 0, 60, 0), minute("w03", 0, 60, 0)));

    assertThat(store.minutes("' OR ''='", EIGHT, EIGHT.plusSeconds(60))).isEmpty();
    assertThat(store.minutes(id, EIGHT, EIGHT.plusSeconds(60)))
        .containsExactly(minute(id, 0, 60, 0));
  }
}
