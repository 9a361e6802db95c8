package io.zaigang.job.sink.dashboard;

import io.zaigang.job.dashboard.DashboardAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Posts lists of objects to one address of the dashboard and says what became of them. */
final class DashboardClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_REASON = 300;

  private final DashboardAddress address;
  private final URI target;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  DashboardClient(DashboardAddress address, String what) {
    this.address = address;
    this.target = address.internal(what);
  }

  CompletableFuture<Outcome> post(List<Delivery> deliveries) {
    String body =
        deliveries.stream().map(Delivery::json).collect(Collectors.joining(",", "[", "]"));
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(target)
              .timeout(ANSWER_TIMEOUT)
              .header("Authorization", address.authorization())
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
    } catch (IOException e) {
      return CompletableFuture.completedFuture(
          new Outcome.Later("token file cannot be read: " + e.getMessage()));
    }
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(response -> outcome(response.statusCode(), response.body()))
        .exceptionally(failure -> new Outcome.Later(reason(failure)));
  }

  private Outcome outcome(int status, String body) {
    if (status >= 200 && status < 300) {
      return new Outcome.Taken();
    }
    String reason = status + " " + body.strip().replace('\n', ' ');
    String cut =
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    return status == 400 ? new Outcome.Refused(cut) : new Outcome.Later(cut);
  }

  private String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    String message = cause.getMessage();
    return target.getAuthority() + ": " + (message == null ? cause.toString() : message);
  }
}
