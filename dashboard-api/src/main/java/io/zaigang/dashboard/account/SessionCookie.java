package io.zaigang.dashboard.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/** The cookie that carries the secret of a sign-in; scripts never see it. */
public final class SessionCookie {

  static final String NAME = "ZAIGANG_SESSION";

  private SessionCookie() {}

  /** The secret that came with a request. */
  public static Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .findFirst();
  }

  /** The cookie for a secret. */
  public static ResponseCookie write(String secret, Duration longest, HttpServletRequest request) {
    return ResponseCookie.from(NAME, secret)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict") // the page itself needs no cookie, so links from elsewhere still work
        .path("/")
        .maxAge(longest)
        .build();
  }

  static ResponseCookie remove(HttpServletRequest request) {
    return write("", Duration.ZERO, request);
  }
}
