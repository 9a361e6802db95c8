package io.zaigang.dashboard.series;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zaigang.dashboard.settings.ZaigangSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Debian's InfluxDB, in a folder of its own, on a loopback port; can die and come back. */
public final class InfluxServer implements AutoCloseable {

  private static final Path INFLUXD = Path.of("/usr/bin/influxd");

  private final Path folder;
  private final int port;
  private final int otherPort;
  private Process process;

  private InfluxServer(Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    this.otherPort = freePort();
  }

  /** Starts one; skips the test, loudly, where InfluxDB is not installed. */
  public static InfluxServer start(Path folder) throws IOException {
    assumeTrue(
        Files.isExecutable(INFLUXD),
        "InfluxDB tests skipped: no " + INFLUXD + " (package influxdb)");
    InfluxServer server = new InfluxServer(folder);
    server.start();
    return server;
  }

  /** Starts it again with what it had. */
  public void start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(INFLUXD.toString(), "run", "-config", "/dev/null");
    builder
        .environment()
        .putAll(
            Map.of(
                "INFLUXDB_REPORTING_DISABLED",
                "true",
                "INFLUXDB_HTTP_BIND_ADDRESS",
                "127.0.0.1:" + port,
                "INFLUXDB_BIND_ADDRESS",
                "127.0.0.1:" + otherPort,
                "INFLUXDB_META_DIR",
                folder.resolve("meta").toString(),
                "INFLUXDB_DATA_DIR",
                folder.resolve("data").toString(),
                "INFLUXDB_DATA_WAL_DIR",
                folder.resolve("wal").toString()));
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::answers);
  }

  /** As a power cut would. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Settings that point at it. */
  public ZaigangSettings.Influx settings(String database) {
    return new ZaigangSettings.Influx(
        "http://127.0.0.1:" + port,
        database,
        null,
        null,
        Duration.ofDays(4000),
        Duration.ofDays(5000));
  }

  private boolean answers() {
    try {
      URI ping = URI.create("http://127.0.0.1:" + port + "/ping");
      return HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(ping).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 204;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
