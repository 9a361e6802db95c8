package io.zaigang.dashboard.security;

import io.zaigang.dashboard.account.OutsidePerson;
import io.zaigang.dashboard.account.OutsideRefused;
import io.zaigang.dashboard.account.OutsideRefused.Why;
import io.zaigang.dashboard.account.OutsideSignIn;
import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.account.SessionCookie;
import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Somebody comes back from signing in elsewhere: with a session of ours, or told why not. */
@Component
@ConditionalOnProperty("zaigang.oidc.issuer")
class OidcArrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(OidcArrival.class);

  private final OutsideSignIn outside;
  private final ZaigangSettings settings;
  private final Map<String, Role> roles;

  OidcArrival(OutsideSignIn outside, ZaigangSettings settings) {
    this.outside = outside;
    this.settings = settings;
    this.roles = roles(settings.oidc());
  }

  private static Map<String, Role> roles(ZaigangSettings.Oidc oidc) {
    Map<String, Role> roles = new TreeMap<>();
    oidc.roles()
        .forEach(
            (theirs, ours) -> {
              try {
                roles.put(theirs, Role.valueOf(ours));
              } catch (IllegalArgumentException e) {
                throw new StartupProblem(
                    "zaigang.oidc.roles.%s: there is no role %s; there are %s"
                        .formatted(theirs, ours, Arrays.toString(Role.values())));
              }
            });
    return roles;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      back(response, Why.FAILED); // no OpenID Connect: the other side gave no ID token
      return;
    }
    try {
      String secret = outside.signIn(person(user), request.getRemoteAddr());
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          SessionCookie.write(secret, settings.session().longest(), request).toString());
      response.sendRedirect("/");
    } catch (OutsideRefused refused) {
      back(response, refused.why());
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.warn("Sign-in by OpenID Connect failed: {}", failure.getMessage());
    back(response, Why.FAILED);
  }

  private static void back(HttpServletResponse response, Why why) throws IOException {
    response.sendRedirect("/sign-in?outside=" + why);
  }

  private OutsidePerson person(OidcUser user) {
    ZaigangSettings.Oidc oidc = settings.oidc();
    String subject = Objects.requireNonNull(user.getSubject(), "An ID token names its subject");
    String username = text(user, oidc.usernameClaim(), subject);
    return new OutsidePerson(
        user.getIssuer() + " " + subject,
        username,
        text(user, oidc.nameClaim(), username),
        ours(user.getClaims().get(oidc.rolesClaim())));
  }

  private static String text(OidcUser user, String claim, String fallback) {
    String text = user.getClaimAsString(claim);
    return text == null || text.isBlank() ? fallback : text.strip();
  }

  /** A list of names, or one. */
  private Set<Role> ours(@Nullable Object claim) {
    Collection<?> names =
        claim instanceof Collection<?> several ? several : Set.of(claim == null ? "" : claim);
    EnumSet<Role> found = EnumSet.noneOf(Role.class);
    for (Object name : names) {
      Role role = roles.get(String.valueOf(name));
      if (role != null) {
        found.add(role);
      }
    }
    return found;
  }
}
