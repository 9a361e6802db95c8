package io.zaigang.dashboard.security;

import io.zaigang.dashboard.settings.SecretBox;
import io.zaigang.dashboard.settings.ZaigangSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in by OpenID Connect, where the operator sets one up: two addresses beside all others. It
 * ends in a session of ours like any other; no token of the other side is kept.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("zaigang.oidc.issuer")
class OidcConfiguration {

  /** Where it begins; a link on the sign-in page. */
  static final String BEGIN = "/oauth2/authorization";

  @Bean
  @Order(1)
  SecurityFilterChain oidcFilterChain(
      HttpSecurity http, ZaigangSettings settings, OidcArrival arrival, JsonMapper json)
      throws Exception {
    OidcRegistration registration = new OidcRegistration(settings.oidc());
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(registration, BEGIN);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    SecretBox box = new SecretBox(settings.dataDir().resolve("secrets").resolve("oidc-key"));
    return http.securityMatcher("/oauth2/**", "/login/oauth2/**")
        .csrf(AbstractHttpConfigurer::disable) // the state is checked instead
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(
            c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(SecurityConfiguration::headers)
        .authorizeHttpRequests(rest -> rest.anyRequest().denyAll())
        .oauth2Login(
            login ->
                login
                    .clientRegistrationRepository(registration)
                    .authorizedClientRepository(new NoTokensKept())
                    .loginPage("/sign-in")
                    .authorizationEndpoint(
                        begin ->
                            begin
                                .authorizationRequestResolver(requests)
                                .authorizationRequestRepository(new SealedRequests(box, json)))
                    .successHandler(arrival)
                    .failureHandler(arrival)
                    .addObjectPostProcessor(unreachable(arrival)))
        .build();
  }

  /** Where the other side cannot even be asked for its addresses the page says so. */
  private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> unreachable(
      OidcArrival arrival) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(arrival);
        return filter;
      }
    };
  }
}
