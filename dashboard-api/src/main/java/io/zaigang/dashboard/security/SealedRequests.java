package io.zaigang.dashboard.security;

import io.zaigang.dashboard.settings.SecretBox;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ins that are under way, each in a sealed cookie of its own browser: no session, and any copy
 * of the dashboard can finish what another began. Lax, not strict: the answer comes by a link from
 * elsewhere.
 */
final class SealedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  static final String COOKIE = "ZAIGANG_OIDC";

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private final SecretBox box;
  private final JsonMapper json;

  SealedRequests(SecretBox box, JsonMapper json) {
    this.box = box;
    this.json = json;
  }

  /** What must be known again when the answer comes. */
  private record Kept(
      Instant until,
      String authorizationUri,
      String requestUri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String state,
      Map<String, Object> parameters,
      Map<String, Object> attributes) {

    static Kept of(OAuth2AuthorizationRequest request) {
      return new Kept(
          Instant.now().plus(GOOD_FOR),
          request.getAuthorizationUri(),
          request.getAuthorizationRequestUri(),
          request.getClientId(),
          String.valueOf(request.getRedirectUri()),
          request.getScopes(),
          String.valueOf(request.getState()),
          request.getAdditionalParameters(),
          request.getAttributes());
    }

    OAuth2AuthorizationRequest request() {
      return OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri(authorizationUri)
          .authorizationRequestUri(requestUri)
          .clientId(clientId)
          .redirectUri(redirectUri)
          .scopes(scopes)
          .state(state)
          .additionalParameters(parameters)
          .attributes(attributes)
          .build();
    }
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null) {
      return null;
    }
    try {
      String opened = box.open(COOKIE, Base64.getUrlDecoder().decode(cookie.getValue()));
      Kept kept = json.readValue(opened, Kept.class);
      return kept.until().isAfter(Instant.now()) ? kept.request() : null;
    } catch (IllegalArgumentException | IllegalStateException | JacksonException notOurs) {
      return null;
    }
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    String value =
        wanted == null
            ? ""
            : Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box.seal(COOKIE, json.writeValueAsString(Kept.of(wanted))));
    put(value, wanted == null ? Duration.ZERO : GOOD_FOR, request, response);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest found = loadAuthorizationRequest(request);
    put("", Duration.ZERO, request, response);
    return found;
  }

  private static void put(
      String value, Duration lasting, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/login/oauth2")
            .maxAge(lasting)
            .build()
            .toString());
  }
}
