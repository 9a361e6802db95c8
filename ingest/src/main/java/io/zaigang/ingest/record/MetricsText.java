package io.zaigang.ingest.record;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The recorder's figures in Prometheus's text format. */
final class MetricsText {

  private final List<CameraStatus> cameras;
  private final StringBuilder text = new StringBuilder();

  private MetricsText(List<CameraStatus> cameras) {
    this.cameras = cameras;
  }

  static String of(List<CameraStatus> cameras, DiskStatus disk) {
    MetricsText metrics = new MetricsText(cameras);
    Instant now = Instant.now();
    metrics.gauge("recording", "1 while all is well", c -> c.problem(now) == null ? 1 : 0);
    metrics.gauge("connected", "1 while packets come", c -> c.isConnected() ? 1 : 0);
    metrics.counter("packets_total", "Packets received", CameraStatus::packets);
    metrics.counter("bytes_total", "Bytes received", CameraStatus::bytes);
    metrics.counter("segments_total", "Segments finished", CameraStatus::segments);
    metrics.counter("gaps_total", "Holes in the footage", CameraStatus::gaps);
    metrics.counter("reconnects_total", "New attempts to connect", CameraStatus::reconnects);
    metrics.counter("clock_jumps_total", "Stream clock jumps bridged", CameraStatus::clockJumps);
    metrics.gauge(
        "clock_offset_seconds",
        "By how much the camera's clock is ahead",
        c -> c.clockOffsetMillis() == null ? null : c.clockOffsetMillis() / 1000.0);
    metrics.gauge(
        "last_packet_age_seconds",
        "Time since the last packet",
        c -> HealthServer.ageSeconds(c.lastPacketAt()));
    metrics.gauge(
        "recorded_until_age_seconds",
        "Time since the end of the newest finished segment",
        c -> HealthServer.ageSeconds(c.recordedUntil()));
    metrics.disk(disk);
    return metrics.text.toString();
  }

  private void disk(DiskStatus disk) {
    single("disk_well", "1 while footage can be kept as it should", disk.isWell() ? 1 : 0);
    single("disk_usable_bytes", "Free space for footage", disk.usableBytes());
    single("disk_total_bytes", "Size of the disk with the footage", disk.totalBytes());
    single("disk_days_left", "Days until the disk is full at the present rate", disk.daysLeft());
    head("deleted_segments_total", "Segments deleted", "counter");
    text.append("zaigang_recorder_deleted_segments_total{reason=\"age\"} ")
        .append(disk.deletedByAge())
        .append("\nzaigang_recorder_deleted_segments_total{reason=\"space\"} ")
        .append(disk.deletedForSpace())
        .append('\n');
  }

  private void single(String name, String help, @Nullable Number value) {
    if (value != null) {
      text.append(head(name, help, "gauge")).append(' ').append(value).append('\n');
    }
  }

  private String head(String name, String help, String type) {
    String full = "zaigang_recorder_" + name;
    text.append("# HELP ").append(full).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(full).append(' ').append(type).append('\n');
    return full;
  }

  private void gauge(String name, String help, Function<CameraStatus, @Nullable Number> value) {
    family(name, help, "gauge", value);
  }

  private void counter(String name, String help, Function<CameraStatus, @Nullable Number> value) {
    family(name, help, "counter", value);
  }

  private void family(
      String name, String help, String type, Function<CameraStatus, @Nullable Number> value) {
    String full = head(name, help, type);
    for (CameraStatus camera : cameras) {
      Number number = value.apply(camera);
      if (number != null) {
        text.append("%s{camera=\"%s\"} %s\n".formatted(full, escape(camera.cameraId()), number));
      }
    }
  }

  private static String escape(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
