package io.zaigang.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller with its cookies, doing as a browser or the job does. */
public final class Caller {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String address;
  private final String token;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Caller(String address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Signs in and expects to be let in. */
  public void signIn(String username, String password) {
    assertThat(trySignIn(username, password).statusCode()).isEqualTo(200);
  }

  /** Signs in as the page does: fetches the CSRF cookie first. */
  public HttpResponse<String> trySignIn(String username, String password) {
    get("/api/session");
    return post(
        "/api/session",
        JSON.writeValueAsString(Map.of("username", username, "password", password)));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public JsonNode getJson(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return json(response);
  }

  public HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  public HttpResponse<String> send(String method, String path, String json) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    csrfToken().ifPresent(csrf -> request.header("X-XSRF-TOKEN", csrf));
    return send(request);
  }

  /** A request with this caller's token; cookies come by themselves. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  public <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** What the page's scripts read from {@code document.cookie}. */
  public Optional<String> csrfToken() {
    return cookie("XSRF-TOKEN").map(HttpCookie::getValue);
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }
}
