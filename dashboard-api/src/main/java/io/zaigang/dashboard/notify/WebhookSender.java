package io.zaigang.dashboard.notify;

import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A POST of JSON to any address. {@code X-Zaigang-Signature} is {@code sha256=} and the
 * HMAC-SHA256, in hex, over {@code X-Zaigang-Timestamp + "." + body}; {@code X-Zaigang-Delivery} is
 * the same for each attempt.
 */
@Component
class WebhookSender implements Sender {

  private final HttpPost http;
  private final JsonMapper json;
  private final Clock clock;

  WebhookSender(HttpPost http, JsonMapper json, Clock clock) {
    this.http = http;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public void send(Channel channel, Letter letter) throws SendFailed {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", letter.id());
    content.put("title", letter.title());
    content.put("lines", letter.lines().stream().map(Letter.Line::text).toList());
    content.put(
        "links", letter.lines().stream().flatMap(line -> Stream.ofNullable(line.link())).toList());
    String body = json.writeValueAsString(content);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Zaigang-Delivery", letter.id());
    headers.put("X-Zaigang-Timestamp", timestamp);
    String secret = channel.secrets().signing();
    if (!secret.isEmpty()) {
      byte[] signature = Signatures.of(timestamp + "." + body, secret);
      headers.put("X-Zaigang-Signature", "sha256=" + HexFormat.of().formatHex(signature));
    }
    int status = http.json(channel.address(), body, headers).status();
    if (status / 100 != 2) {
      throw SendFailed.because("The webhook answers HTTP " + status);
    }
  }
}
