package io.zaigang.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zaigang.job.dashboard.DashboardAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard that keeps what it was sent and answers as the test says. */
public final class RecordingDashboard implements AutoCloseable {

  /** One request as it came in. */
  public record Request(String path, String authorization, String body) {

    /** The objects of a list. */
    public List<JsonNode> objects() {
      List<JsonNode> objects = new ArrayList<>();
      JsonMapper.shared().readTree(body).forEach(objects::add);
      return objects;
    }
  }

  private static final String TOKEN = "secret-token";

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Path tokenFile;
  private final List<Request> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Request> refused = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<Request, Integer> answer = request -> 200;

  public RecordingDashboard(Path dir) throws IOException {
    tokenFile = Files.writeString(dir.resolve("service-token"), TOKEN + "\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  public DashboardAddress address() {
    return new DashboardAddress(
        "http://127.0.0.1:" + server.getAddress().getPort(), tokenFile.toString());
  }

  /** Decides the status of each request from now on. */
  public void answers(Function<Request, Integer> newAnswer) {
    answer = newAnswer;
  }

  /** Requests answered with 200, in order. */
  public List<Request> taken() {
    return List.copyOf(taken);
  }

  /** Requests answered otherwise, in order. */
  public List<Request> refused() {
    return List.copyOf(refused);
  }

  /** All objects taken at an address, in order. */
  public List<JsonNode> objects(String path) {
    return taken().stream()
        .filter(request -> request.path().equals(path))
        .flatMap(request -> request.objects().stream())
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      int status = answer.apply(request);
      (status == 200 ? taken : refused).add(request);
      byte[] body = ("answer " + status).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
