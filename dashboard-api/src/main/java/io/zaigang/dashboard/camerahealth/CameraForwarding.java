package io.zaigang.dashboard.camerahealth;

import io.zaigang.dashboard.series.Forwarding;
import io.zaigang.dashboard.series.InfluxSeries;
import io.zaigang.dashboard.series.Resolution;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.influxdb.dto.Point;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies the minutes of cameras to InfluxDB: measurement {@code camera}, tag {@code cameraId}. */
@Component
@ConditionalOnProperty("zaigang.influx.url")
class CameraForwarding {

  private static final int MOST_AT_ONCE = 5000;

  private final CameraMinuteStore store;
  private final InfluxSeries influx;
  private final Forwarding forwarding;

  CameraForwarding(CameraMinuteStore store, InfluxSeries influx, TransactionTemplate transactions) {
    this.store = store;
    this.influx = influx;
    this.forwarding = new Forwarding("minutes of cameras", transactions, this::carry);
  }

  @Scheduled(fixedDelayString = "${zaigang.influx.every:PT10S}")
  void forward() {
    forwarding.run();
  }

  private int carry() {
    List<CameraMinute> minutes = store.takeWaiting(MOST_AT_ONCE);
    influx.write(Resolution.MINUTES, minutes.stream().map(CameraForwarding::point).toList());
    return minutes.size();
  }

  private static Point point(CameraMinute minute) {
    return Point.measurement("camera")
        .time(minute.minute().getEpochSecond(), TimeUnit.SECONDS)
        .tag("cameraId", minute.cameraId())
        .addField("recordedSeconds", minute.recordedSeconds())
        .addField("bytes", minute.bytes())
        .build();
  }
}
