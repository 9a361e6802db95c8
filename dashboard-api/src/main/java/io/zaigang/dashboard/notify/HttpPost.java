package io.zaigang.dashboard.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Posts JSON; follows no redirects, waits no longer than ten seconds. */
@Component
class HttpPost {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_ANSWER_CHARS = 10_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What came back. */
  record Answer(int status, String body) {}

  /**
   * @throws SendFailed when there is no answer; it names the host and nothing else of the address
   */
  Answer json(URI address, String body, Map<String, String> headers) throws SendFailed {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String text = response.body();
      return new Answer(
          response.statusCode(), text.substring(0, Math.min(text.length(), MOST_ANSWER_CHARS)));
    } catch (IOException e) {
      throw SendFailed.because(
          address.getHost() + " does not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SendFailed.because("The dashboard is stopping");
    }
  }
}
