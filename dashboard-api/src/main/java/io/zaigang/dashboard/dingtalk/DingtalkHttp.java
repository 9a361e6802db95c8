package io.zaigang.dashboard.dingtalk;

import io.zaigang.dashboard.dingtalk.DingtalkFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call and what its answer means (DingTalk open platform, 全局错误码). */
final class DingtalkHttp {

  /** 不合法的 access_token, access_token 超时. */
  private static final Set<String> TOKEN_CODES = Set.of("40001", "40014", "42001");

  /**
   * System busy; calls of the application, of this address, of this interface are banned a while.
   */
  private static final Set<String> LATER_CODES =
      Set.of("-1", "90001", "90002", "90003", "90004", "90005", "90006", "90007", "90008", "90018");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final JsonMapper json = JsonMapper.builder().build();

  /** POSTs a body, or GETs without one. */
  JsonNode call(URI address, String body) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
    if (body.isEmpty()) {
      request.GET();
    } else {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }
    String path = address.getPath();
    try {
      return read(path, client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new DingtalkFailure(
          Kind.LATER, "DingTalk " + path + ": no answer (" + e.getClass().getSimpleName() + ")");
    }
  }

  private JsonNode read(String path, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      throw new DingtalkFailure(Kind.LATER, "DingTalk " + path + ": HTTP " + status);
    }
    if (status != 200) {
      throw new DingtalkFailure(Kind.FINAL, "DingTalk " + path + ": HTTP " + status);
    }
    JsonNode answer;
    try {
      answer = json.readTree(response.body());
    } catch (JacksonException e) {
      throw new DingtalkFailure(Kind.LATER, "DingTalk " + path + ": the answer is no JSON");
    }
    String code = answer.path("errcode").asString("0");
    // 88: 鉴权异常, what it is stands in sub_code
    String meant = code.equals("88") ? answer.path("sub_code").asString(code) : code;
    if (!meant.equals("0")) {
      throw new DingtalkFailure(
          kind(meant), "DingTalk " + path + ": errcode " + meant + " " + sentence(answer));
    }
    return answer;
  }

  private static Kind kind(String code) {
    if (TOKEN_CODES.contains(code)) {
      return Kind.TOKEN;
    }
    return LATER_CODES.contains(code) ? Kind.LATER : Kind.FINAL;
  }

  private static String sentence(JsonNode answer) {
    String text = answer.path("sub_msg").asString(answer.path("errmsg").asString(""));
    return text.length() > 200 ? text.substring(0, 200) : text;
  }
}
