package io.zaigang.dashboard.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import io.zaigang.dashboard.account.Role;
import io.zaigang.dashboard.account.Sessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what: {@link AccessTable} for people, and here whatever is not for people. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /**
   * Scripts only from our own files. Styles may be inline: Element Plus and ECharts set them. Media
   * and workers from {@code blob:} are the player's.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:;"
          + " worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, Sessions sessions, ServiceToken serviceToken, ProblemAnswer problems)
      throws Exception {
    return http.csrf(SecurityConfiguration::csrf)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .headers(SecurityConfiguration::headers)
        .addFilterBefore(new ServiceTokenFilter(serviceToken), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(SecurityConfiguration::rules)
        .build();
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers("/internal/**")
        .hasAuthority(ServiceTokenFilter.SERVICE)
        .requestMatchers(POST, "/api/session")
        .permitAll()
        .requestMatchers("/api/setup")
        .permitAll()
        .requestMatchers("/api/session/**")
        .authenticated()
        .requestMatchers("/api/**")
        .access(SecurityConfiguration::byTable)
        .requestMatchers(GET, "/actuator/health", "/actuator/health/**")
        .permitAll()
        .requestMatchers("/actuator/**")
        .hasAnyAuthority(ServiceTokenFilter.SERVICE, Role.ADMIN.name())
        .requestMatchers(GET, "/v3/api-docs", "/v3/api-docs.yaml")
        .permitAll()
        .requestMatchers("/v3/**")
        .denyAll()
        // what is left is the page and its assets: no secrets there
        .requestMatchers(GET, "/**")
        .permitAll()
        .requestMatchers(HEAD, "/**")
        .permitAll()
        .anyRequest()
        .denyAll();
  }

  /** {@link AccessTable}: what it does not name is refused. */
  private static AuthorizationDecision byTable(
      Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Set<Role> allowed =
        AccessTable.roles(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
    return new AuthorizationDecision(
        caller.get().getAuthorities().stream()
            .anyMatch(own -> allowed.stream().anyMatch(r -> r.name().equals(own.getAuthority()))));
  }

  /** The page repeats the cookie in a header; the job has no cookies and needs none. */
  private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
    CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookie.setCookieCustomizer(c -> c.sameSite("Strict"));
    csrf.spa()
        .csrfTokenRepository(cookie)
        // the default takes each request with a session for a sign-in and changes the token, under
        // the hands of a page that sends two at once
        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
        .ignoringRequestMatchers("/internal/**");
  }

  static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions ->
                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(365L * 86_400));
  }

  /** Refuses what no honest caller sends: odd paths, and NUL, which PostgreSQL cannot store. */
  @Bean
  StrictHttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  /** Bodies are measured before anything reads them. */
  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimit() {
    FilterRegistrationBean<BodyLimitFilter> filter =
        new FilterRegistrationBean<>(new BodyLimitFilter());
    filter.setOrder(Integer.MIN_VALUE + 100);
    return filter;
  }
}
