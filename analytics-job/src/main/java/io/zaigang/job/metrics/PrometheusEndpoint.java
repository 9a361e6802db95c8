package io.zaigang.job.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Answers {@code /metrics} with Flink's metrics on the loopback address. Flink's own reporter for
 * Prometheus listens on every address of the machine and cannot be told otherwise; on a cluster,
 * behind its network policy, use that one.
 *
 * <p>Setting {@code port}; a port that is taken is an error of the start.
 */
public final class PrometheusEndpoint implements MetricReporter {

  private final Map<Metric, MetricLine> lines = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread daemon = new Thread(task, "metrics");
            daemon.setDaemon(true);
            return daemon;
          });
  private volatile int port;
  private volatile AutoCloseable server = () -> {};

  @Override
  public void open(MetricConfig config) {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), config.getInteger("port", 0));
    try {
      HttpServer http = HttpServer.create(address, 0);
      http.setExecutor(thread);
      http.createContext("/metrics", this::answer);
      http.start();
      port = http.getAddress().getPort();
      server = () -> http.stop(0);
    } catch (IOException e) {
      throw new UncheckedIOException("Metrics port " + address + " cannot be used", e);
    }
  }

  /** Where it listens. */
  int port() {
    return port;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    lines.put(metric, MetricLine.of(metric, name, group));
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    lines.remove(metric);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = MetricLine.text(lines.values()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      thread.shutdownNow();
    }
  }
}
