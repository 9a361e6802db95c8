package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.dingtalk.DingtalkFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls DingTalk's server API: renews the token, keeps to the pace allowed, tries again what may
 * succeed later. One call at a time.
 */
final class DingtalkClient {

  /** Tries of one call, with pauses of 2, 4, 8 s between: a ban lasts seconds. */
  private static final int TRIES = 4;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** A token is renewed this long before it ends. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private record Token(String text, Instant until) {}

  private final DingtalkSettings settings;
  private final DingtalkHttp http = new DingtalkHttp();
  private final JsonMapper json = JsonMapper.builder().build();
  private final Clock clock;
  private final Pause pause;
  private @Nullable Token token;
  private Instant nextCall = Instant.EPOCH;

  DingtalkClient(DingtalkSettings settings, Clock clock, Pause pause) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * POSTs to an address below the API.
   *
   * @throws DingtalkFailure when it does not answer as it should, after all tries
   */
  synchronized JsonNode post(String path, Map<String, ?> body) {
    String text = json.writeValueAsString(body);
    boolean renewed = false;
    for (int tried = 1; ; tried++) {
      try {
        return http.call(address(path, "access_token=" + encode(token())), text);
      } catch (DingtalkFailure failure) {
        if (failure.kind() == Kind.TOKEN && !renewed) {
          renewed = true;
          token = null;
        } else if (failure.kind() == Kind.LATER && tried < TRIES) {
          rest(FIRST_PAUSE.multipliedBy(1L << (tried - 1)));
        } else {
          throw failure;
        }
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  private String token() throws InterruptedException {
    Token known = token;
    keepPace();
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.text();
    }
    String query =
        "appkey="
            + encode(Objects.requireNonNull(settings.appKey()))
            + "&appsecret="
            + encode(secret());
    JsonNode answer = http.call(address("/gettoken", query), "");
    Duration lasts = Duration.ofSeconds(answer.path("expires_in").asInt(7200)).minus(MARGIN);
    Token fresh = new Token(answer.path("access_token").asString(""), clock.instant().plus(lasts));
    token = fresh;
    return fresh.text();
  }

  private String secret() {
    Path file = Objects.requireNonNull(settings.appSecretFile());
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DingtalkFailure(
          Kind.FINAL, "DingTalk: the secret in " + file + " cannot be read by this user");
    }
  }

  private void keepPace() throws InterruptedException {
    Instant now = clock.instant();
    if (now.isBefore(nextCall)) {
      pause.last(Duration.between(now, nextCall));
    }
    nextCall = clock.instant().plusMillis(1000 / settings.callsPerSecond());
  }

  private void rest(Duration duration) {
    try {
      pause.last(duration);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private URI address(String path, String query) {
    return URI.create(settings.url() + path + "?" + query);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static DingtalkFailure interrupted() {
    Thread.currentThread().interrupt();
    return new DingtalkFailure(Kind.LATER, "DingTalk: the dashboard is stopping");
  }
}
