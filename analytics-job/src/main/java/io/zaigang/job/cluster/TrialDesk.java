package io.zaigang.job.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zaigang.job.dashboard.DashboardAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard that takes the job's reports, keeps the newest of each, and counts repetitions. */
public final class TrialDesk implements AutoCloseable {

  private static final int OK = 200;
  private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final Path tokenFile;
  private final Map<String, String> incidents = new ConcurrentSkipListMap<>();
  private final Map<String, String> minutes = new ConcurrentSkipListMap<>();
  private final Set<String> versions = new ConcurrentSkipListSet<>();
  private final AtomicLong repeated = new AtomicLong();

  /**
   * Starts it on the loopback address.
   *
   * @param dir for the service token
   */
  public TrialDesk(Path dir) throws IOException {
    Files.createDirectories(dir);
    tokenFile = Files.writeString(dir.resolve("service-token"), "trial\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/internal/incidents", exchange -> take(exchange, this::incident));
    server.createContext("/internal/occupancy", exchange -> take(exchange, this::minute));
    server.createContext("/internal/presence", exchange -> take(exchange, presence -> {}));
    server.start();
  }

  public DashboardAddress address() {
    return new DashboardAddress(
        "http://127.0.0.1:" + server.getAddress().getPort(), tokenFile.toString());
  }

  /** The newest version of each incident, by id. */
  public Map<String, String> incidents() {
    return new TreeMap<>(incidents);
  }

  /** The minutes, by window and time. */
  public Map<String, String> minutes() {
    return new TreeMap<>(minutes);
  }

  /** Reports that had come before, word for word. */
  public long repeated() {
    return repeated.get();
  }

  private void incident(JsonNode incident) {
    keep(incidents, incident.get("id").stringValue(), incident);
  }

  private void minute(JsonNode minute) {
    keep(
        minutes,
        minute.get("windowId").stringValue() + "@" + minute.get("minute").stringValue(),
        minute);
  }

  private void keep(Map<String, String> newest, String key, JsonNode object) {
    String text = object.toString();
    if (!versions.add(key + text)) {
      repeated.incrementAndGet();
    }
    newest.put(key, text);
  }

  private static void take(HttpExchange exchange, Taker taker) throws IOException {
    try (exchange) {
      JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()).forEach(taker::take);
      exchange.sendResponseHeaders(OK, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }

  /** Takes one object of a list. */
  @FunctionalInterface
  private interface Taker {
    void take(JsonNode object);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
