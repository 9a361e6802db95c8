package io.zaigang.dashboard.dingtalk;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A server that answers as DingTalk's documentation says, errors and bans included. */
final class FakeDingtalk implements AutoCloseable {

  static final String SECRET = "s3cret-of-the-hall";

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final Path secretFile;

  /** Pauses the client wanted to make. */
  final List<Duration> pauses = new ArrayList<>();

  FakeDingtalk(Path folder) throws IOException {
    secretFile = Files.writeString(folder.resolve("dingtalk-secret"), SECRET + "\n");
    server.start();
    server.stubFor(
        any(anyUrl()).atPriority(10).willReturn(okJson("{\"errcode\":404,\"errmsg\":\"no\"}")));
    server.stubFor(
        get(urlPathEqualTo("/gettoken"))
            .willReturn(
                okJson(
                    "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t1\",\"expires_in\":7200}")));
  }

  DingtalkSettings settings() {
    return new DingtalkSettings(
        true,
        URI.create(server.baseUrl()),
        "key",
        secretFile,
        new DingtalkSettings.Processes(null, "PROC-LEAVE", null, null, "PROC-MAKEUP"),
        new DingtalkSettings.Fields("开始时间", "结束时间", "事由", "补卡时间"),
        Duration.ofMinutes(10),
        Duration.ofDays(7),
        20);
  }

  /** Time does not go on by itself, so that no test waits. */
  DingtalkClient client(Instant now) {
    return new DingtalkClient(settings(), Clock.fixed(now, ZoneOffset.UTC), pauses::add);
  }

  void on(MappingBuilder stub) {
    server.stubFor(stub);
  }

  /** The answers of one address, one after the other; the last one stays. */
  void inTurn(String path, String... answers) {
    String state = Scenario.STARTED;
    for (int i = 0; i < answers.length; i++) {
      String next = i + 1 < answers.length ? "after " + i : state;
      server.stubFor(
          post(urlPathEqualTo(path))
              .inScenario(path)
              .whenScenarioStateIs(state)
              .willSetStateTo(i + 1 < answers.length ? next : state)
              .willReturn(okJson(answers[i])));
      state = next;
    }
  }

  WireMockServer server() {
    return server;
  }

  @Override
  public void close() {
    server.stop();
  }
}
