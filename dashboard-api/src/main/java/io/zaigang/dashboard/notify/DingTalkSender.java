package io.zaigang.dashboard.notify;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 钉钉自定义机器人, by its documented interface: {@code POST /robot/send?access_token=…&timestamp=…&sign=…}
 * where {@code sign} is Base64 of HMAC-SHA256 over {@code timestamp + "\n" + secret}. It answers
 * 200 with an {@code errcode} that is 0 where it was taken.
 */
@Component
class DingTalkSender implements Sender {

  /** 发送速度太快而限流: silent for ten minutes. */
  private static final int TOO_FAST = 130101;

  /** 安全设置: wrong signature, a keyword missing, or the address not allowed. */
  private static final int REFUSED_BY_SETTINGS = 310000;

  private static final int UNKNOWN_TOKEN = 300001;
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final HttpPost http;
  private final JsonMapper json;
  private final Clock clock;

  DingTalkSender(HttpPost http, JsonMapper json, Clock clock) {
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.DINGTALK;
  }

  @Override
  public void send(Channel channel, Letter letter) throws SendFailed {
    HttpPost.Answer answer = http.json(signed(channel), body(letter), Map.of());
    if (answer.status() != 200) {
      throw SendFailed.because("DingTalk answers HTTP " + answer.status());
    }
    check(errorCode(answer.body()));
  }

  private static void check(int code) throws SendFailed {
    switch (code) {
      case 0 -> {}
      case TOO_FAST ->
          throw SendFailed.throttled("DingTalk: more than 20 messages a minute (130101)", SILENCE);
      case REFUSED_BY_SETTINGS ->
          throw SendFailed.because(
              "DingTalk refuses it (310000): check the robot's secret, keyword and allowed"
                  + " addresses");
      case UNKNOWN_TOKEN ->
          throw SendFailed.because("DingTalk knows no such access_token (300001): check it");
      default -> throw SendFailed.because("DingTalk answers errcode " + code);
    }
  }

  private int errorCode(String body) throws SendFailed {
    try {
      JsonNode code = json.readTree(body).path("errcode");
      if (code.isInt()) {
        return code.asInt();
      }
    } catch (JacksonException notJson) {
      // said below
    }
    throw SendFailed.because("What answers is no DingTalk robot: no errcode");
  }

  private URI signed(Channel channel) {
    StringBuilder address = new StringBuilder(channel.address().toString());
    address.append("?access_token=").append(encoded(channel.secrets().token()));
    String secret = channel.secrets().signing();
    if (!secret.isEmpty()) {
      long timestamp = clock.millis();
      byte[] sign = Signatures.of(timestamp + "\n" + secret, secret);
      address.append("&timestamp=").append(timestamp);
      address.append("&sign=").append(encoded(Base64.getEncoder().encodeToString(sign)));
    }
    return URI.create(address.toString());
  }

  private String body(Letter letter) {
    String lines =
        letter.lines().stream().map(DingTalkSender::markdown).collect(Collectors.joining("\n- "));
    String text = "#### " + letter.title() + "\n\n- " + lines;
    return json.writeValueAsString(
        Map.of("msgtype", "markdown", "markdown", Map.of("title", letter.title(), "text", text)));
  }

  private static String markdown(Letter.Line line) {
    return line.link() == null ? line.text() : line.text() + " [打开](" + line.link() + ")";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
