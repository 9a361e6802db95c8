package io.zaigang.job.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.job.local.LocalFlink;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class PrometheusEndpointIT {

  @Test
  void answersWithFlinksOwnMetrics() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    LocalFlink flink = LocalFlink.startWithMetrics(1, port);
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
          .isNotEmpty()
          .allMatch(line -> line.matches("[a-zA-Z_][a-zA-Z0-9_]*\\{[^}]*} \\S+"), "well-formed")
          .anyMatch(line -> line.startsWith("flink_jobmanager_numRunningJobs{"));
    } finally {
      flink.close();
    }
  }

  @Test
  void groupsLinesOfOneNameAndLeavesOutWhatIsNoNumber() {
    SimpleCounter counter = new SimpleCounter();
    counter.inc(7);
    Gauge<String> words = () -> "many";
    Gauge<Double> lag = () -> 1.5;

    String text =
        MetricLine.text(
            List.of(
                new MetricLine(lag, "flink_lag", "camera=\"b\""),
                new MetricLine(counter, "flink_counter", ""),
                new MetricLine(words, "flink_words", ""),
                new MetricLine(lag, "flink_lag", "camera=\"a\"")));

    assertThat(text)
        .isEqualTo(
            """
            # TYPE flink_counter gauge
            flink_counter{} 7.0
            # TYPE flink_lag gauge
            flink_lag{camera="a"} 1.5
            flink_lag{camera="b"} 1.5
            # TYPE flink_words gauge
            """);
  }
}
