package io.zaigang.job.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zaigang.job.dashboard.DashboardAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the job's reports as the dashboard does: the same key is the same object, and the newest
 * counts. It also keeps every different report there was, and counts those that came again. What
 * comes can be handed on to a real dashboard, whose answer is then the job's.
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
  private final @Nullable DashboardAddress real;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * Starts it on the loopback address.
   *
   * @param dir for the service token
   * @param real a dashboard that everything is handed on to; null for none
   */
  public TrialDesk(Path dir, @Nullable DashboardAddress real) throws IOException {
    this.real = real;
    Files.createDirectories(dir);
    tokenFile = Files.writeString(dir.resolve("service-token"), "trial\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    takes("incidents", incidents, o -> text(o, "id"));
    takes("occupancy", minutes, o -> text(o, "windowId") + "@" + text(o, "minute"));
    takes("detections", frames, o -> text(o, "cameraId") + "@" + text(o, "at"));
    server.createContext(
        "/internal/presence", exchange -> answer(exchange, "presence", presence -> {}));
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
                what,
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

  private void answer(HttpExchange exchange, String what, Taker taker) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      int status = real == null ? OK : handOn(real, what, body);
      if (status == OK) {
        JsonMapper.shared().readTree(body).forEach(taker::take);
      }
      exchange.sendResponseHeaders(status, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }

  private int handOn(DashboardAddress to, String what, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(to.internal(what))
            .header("Authorization", to.authorization())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? OK : status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while handing on", e);
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
