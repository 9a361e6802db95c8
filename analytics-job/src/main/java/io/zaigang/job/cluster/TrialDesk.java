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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the job's reports as the dashboard does: the same key is the same object, and the newest
 * counts. It also keeps every different report there was, and counts those that came again.
 */
public final class TrialDesk implements AutoCloseable {

  private static final int OK = 200;
  private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final Path tokenFile;
  private final Map<String, String> incidents = new ConcurrentSkipListMap<>();
  private final Map<String, String> minutes = new ConcurrentSkipListMap<>();
  private final Map<String, String> frames = new ConcurrentSkipListMap<>();
  private final Set<String> reports = new ConcurrentSkipListSet<>();
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
    takes("incidents", incidents, o -> text(o, "id"));
    takes("occupancy", minutes, o -> text(o, "windowId") + "@" + text(o, "minute"));
    takes("detections", frames, o -> text(o, "cameraId") + "@" + text(o, "at"));
    server.createContext("/internal/presence", exchange -> answer(exchange, presence -> {}));
    server.start();
  }

  public DashboardAddress address() {
    return new DashboardAddress(
        "http://127.0.0.1:" + server.getAddress().getPort(), tokenFile.toString());
  }

  /** The newest version of each incident, by id. */
  public Map<String, String> incidents() {
    return Map.copyOf(incidents);
  }

  /** The minutes, by window and time. */
  public Map<String, String> minutes() {
    return Map.copyOf(minutes);
  }

  /** What was seen, by camera and time. */
  public Map<String, String> frames() {
    return Map.copyOf(frames);
  }

  /** How many different pictures it knows of. */
  int framesKnown() {
    return frames.size();
  }

  /** Every different version of an incident or minute there was. */
  public Set<String> reports() {
    return Set.copyOf(reports);
  }

  /** Reports that had come before, word for word: an API that goes by keys takes them for none. */
  public long repeated() {
    return repeated.get();
  }

  private void takes(String what, Map<String, String> newest, Function<JsonNode, String> keyOf) {
    server.createContext(
        "/internal/" + what,
        exchange ->
            answer(
                exchange,
                object -> {
                  String text = object.toString();
                  newest.put(keyOf.apply(object), text);
                  if (newest != frames && !reports.add(text)) {
                    repeated.incrementAndGet();
                  }
                }));
  }

  private static String text(JsonNode object, String key) {
    return object.get(key).stringValue();
  }

  private static void answer(HttpExchange exchange, Taker taker) throws IOException {
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
