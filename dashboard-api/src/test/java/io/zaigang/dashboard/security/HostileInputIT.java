package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.Caller;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.Installation;
import io.zaigang.dashboard.account.Role;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;

/** What nobody honest sends, to every route of the OpenAPI file, by someone who may call it. */
@DashboardTest
@ExtendWith(OutputCaptureExtension.class)
class HostileInputIT {

  private static final List<String> HOSTILE =
      List.of(
          "' or 1=1--",
          "1); drop table incident; --",
          "../../../../etc/passwd",
          "..%2f..%2fsecrets%2fservice-token",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/x}",
          "a\r\nSet-Cookie: x=y",
          "\uD83D\uDE00'\"`",
          "9".repeat(400),
          "x".repeat(5000));

  private static final List<String> BODIES =
      List.of(
          "", "{", "[]", "null", "\"text\"", "{\"a\":", "[[[[[[[[", "{\"\\u0000\":1}", "\u0000");

  /** Of how it is built an answer says nothing. */
  private static final String[] TELLTALES = {
    "java.",
    "io.zaigang",
    "org.spring",
    "SQLState",
    "PSQLException",
    "root:x:",
    "select *",
    "at io."
  };

  @Test
  void hostileParametersAreRefusedOrFindNothing(Desks desks) {
    Caller everyone = desks.signedIn(Role.values());
    List<String> wrong = new ArrayList<>();
    for (Route route : Route.all(desks)) {
      if (!route.isForPeople() || !route.method().equals("GET")) {
        continue;
      }
      for (String hostile : HOSTILE) {
        String encoded = URLEncoder.encode(hostile, StandardCharsets.UTF_8).replace("+", "%20");
        for (String name : route.query()) {
          check(everyone, route, route.address() + "?" + name + "=" + encoded, wrong);
        }
        if (route.hasVariable()) {
          check(everyone, route, route.address(encoded), wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(Caller caller, Route route, String address, List<String> wrong) {
    HttpResponse<InputStream> answer =
        caller.send(caller.request(address), HttpResponse.BodyHandlers.ofInputStream());
    note(route, answer.statusCode(), beginning(answer), wrong);
  }

  @Test
  void malformedBodiesAreRefusedAndNothingBreaks(Desks desks) {
    Caller everyone = desks.signedIn(Role.values());
    Caller job = desks.job();
    List<String> wrong = new ArrayList<>();
    for (Route route : Route.all(desks)) {
      if (route.bodyType().isEmpty()) {
        continue;
      }
      Caller caller = route.isForPeople() ? everyone : job;
      for (String body : BODIES) {
        HttpResponse<String> answer = send(caller, route, body);
        note(route, answer.statusCode(), answer.body(), wrong);
        boolean taken = answer.statusCode() < 300 && !body.equals("[]");
        if (taken) {
          wrong.add(route + " takes " + body);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void oversizedBodiesAreRefusedEverywhere(Desks desks) {
    Caller everyone = desks.signedIn(Role.values());
    String huge = "[\"" + "x".repeat(3 << 20) + "\"]";
    String hugeForTheJob = "[\"" + "x".repeat(9 << 20) + "\"]";
    for (Route route : Route.all(desks)) {
      if (route.bodyType().isEmpty()) {
        continue;
      }
      HttpResponse<String> answer =
          route.isForPeople()
              ? send(everyone, route, huge)
              : send(desks.job(), route, hugeForTheJob);
      // lists that are imported may be larger; this is none
      List<Integer> refusals =
          route.path().startsWith("/api/imports/")
              ? List.of(400, 404, 413, 415)
              : List.of(413, 415);
      assertThat(answer.statusCode()).as(route.toString()).isIn(refusals);
    }
  }

  private static HttpResponse<String> send(Caller caller, Route route, String body) {
    HttpRequest.Builder request =
        caller
            .request(route.address())
            .header("Content-Type", route.bodyType())
            .method(route.method(), HttpRequest.BodyPublishers.ofString(body));
    caller.csrfToken().ifPresent(csrf -> request.header("X-XSRF-TOKEN", csrf));
    return caller.send(request);
  }

  @Test
  void noAnswerAndNoLogLineHoldsASecret(Desks desks, CapturedOutput log) throws IOException {
    Caller everyone = desks.signedIn(Role.values());
    String token =
        Files.readString(Installation.DATA.resolve("secrets").resolve("service-token")).strip();
    List<String> secrets = List.of("s3cretPa55", token, Desks.PASSWORD, "$2a$");
    for (Route route : Route.all(desks)) {
      if (route.isForPeople() && route.method().equals("GET")) {
        HttpResponse<InputStream> answer =
            everyone.send(
                everyone.request(route.address()), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(beginning(answer)).as(route.toString()).doesNotContain(secrets);
      }
    }
    everyone.trySignIn("nobody", Desks.PASSWORD);
    assertThat(log.getAll()).doesNotContain(secrets);
  }

  @Test
  void overTlsBrowsersAreToldToStayThere(Desks desks) throws IOException, ServletException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.setSecure(true);
    MockHttpServletResponse response = new MockHttpServletResponse();

    desks.bean(FilterChainProxy.class).doFilter(request, response, new MockFilterChain());

    assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    assertThat(desks.stranger().get("/").headers().map())
        .doesNotContainKey("strict-transport-security");
  }

  /** A failure of ours is never the caller's fault; what failed there is none of their business. */
  private static void note(Route route, int status, String body, List<String> wrong) {
    if (status >= 500) {
      wrong.add(route + " → " + status + " " + body);
    }
    for (String telltale : TELLTALES) {
      if (body.contains(telltale)) {
        wrong.add(route + " tells " + telltale + ": " + body);
      }
    }
  }

  /** Of a stream only what is there at once. */
  private static String beginning(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      boolean endless =
          answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      return new String(endless ? new byte[0] : body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
