package io.zaigang.ingest.record;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the recorder does, over HTTP on the loopback address: {@code /health} (JSON; 200 when every
 * camera is recorded and the disk has room, else 503) and {@code /metrics} (Prometheus text).
 */
public final class HealthServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final Supplier<List<CameraStatus>> cameras;
  private final Supplier<DiskStatus> disk;
  private final JsonMapper mapper = new JsonMapper();

  private HealthServer(
      HttpServer server, Supplier<List<CameraStatus>> cameras, Supplier<DiskStatus> disk) {
    this.server = server;
    this.cameras = cameras;
    this.disk = disk;
    this.threads =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "health");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/health", this::health);
    server.createContext("/metrics", this::metrics);
  }

  /**
   * Starts answering.
   *
   * @param port 0 for a free one
   */
  public static HealthServer start(
      int port, Supplier<List<CameraStatus>> cameras, Supplier<DiskStatus> disk)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HealthServer health = new HealthServer(HttpServer.create(address, 0), cameras, disk);
    health.server.start();
    return health;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void health(HttpExchange exchange) throws IOException {
    Instant now = Instant.now();
    List<CameraStatus> statuses = cameras.get();
    DiskStatus room = disk.get();
    boolean allWell =
        room.isWell() && statuses.stream().allMatch(camera -> camera.problem(now) == null);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", allWell ? "UP" : "TROUBLE");
    json.put("disk", json(room));
    json.put("cameras", statuses.stream().map(camera -> json(camera, now)).toList());
    answer(exchange, allWell ? 200 : 503, "application/json", mapper.writeValueAsString(json));
  }

  private static Map<String, Object> json(DiskStatus disk) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", disk.state().name());
    json.put("trouble", disk.trouble());
    json.put("usableBytes", disk.usableBytes());
    json.put("totalBytes", disk.totalBytes());
    json.put("daysLeft", disk.daysLeft());
    json.put("deletedByAge", disk.deletedByAge());
    json.put("deletedForSpace", disk.deletedForSpace());
    return json;
  }

  private static Map<String, Object> json(CameraStatus camera, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cameraId", camera.cameraId());
    json.put("connected", camera.isConnected());
    json.put("trouble", camera.problem(now));
    json.put("packets", camera.packets());
    json.put("bytes", camera.bytes());
    json.put("segments", camera.segments());
    json.put("gaps", camera.gaps());
    json.put("reconnects", camera.reconnects());
    json.put("streamClockJumps", camera.clockJumps());
    json.put("clockOffsetMillis", camera.clockOffsetMillis());
    json.put("lastPacketAgeSeconds", ageSeconds(camera.lastPacketAt()));
    Instant until = camera.recordedUntil();
    json.put("recordedUntil", until == null ? null : until.toString());
    return json;
  }

  private void metrics(HttpExchange exchange) throws IOException {
    String text = MetricsText.of(cameras.get(), disk.get());
    answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", text);
  }

  static @Nullable Double ageSeconds(@Nullable Instant since) {
    return since == null ? null : Duration.between(since, Instant.now()).toMillis() / 1000.0;
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
