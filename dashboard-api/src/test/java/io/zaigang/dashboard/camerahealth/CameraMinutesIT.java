package io.zaigang.dashboard.camerahealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.footage.HallFootage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DashboardTest
class CameraMinutesIT {

  private static final Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void countsWhatLiesInTheLogAndNothingElse(Desks desks) throws Exception {
    // fifty seconds of footage from 30 s on
    HallFootage.compose(folder).record(desks, "cam-01", EIGHT.plusSeconds(30));

    desks.bean(CameraMinutes.class).count(EIGHT, EIGHT.plusSeconds(180));

    List<CameraMinute> minutes =
        desks.bean(CameraMinuteStore.class).takeWaiting(100).stream()
            .filter(minute -> minute.cameraId().equals("cam-01"))
            .sorted((a, b) -> a.minute().compareTo(b.minute()))
            .toList();
    assertThat(minutes).extracting(CameraMinute::minute).hasSize(3).isSorted();
    assertThat(minutes.get(0).recordedSeconds()).isBetween(29.5, 30.0);
    assertThat(minutes.get(1).recordedSeconds()).isBetween(19.0, 21.0);
    assertThat(minutes.get(2).recordedSeconds()).isZero();
    assertThat(minutes.get(0).bytes()).isPositive();
    assertThat(desks.bean(CameraMinuteStore.class).takeWaiting(100)).isEmpty();
  }
}
