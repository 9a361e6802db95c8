package io.zaigang.dashboard.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the job, the recorder and Prometheus in by {@code Authorization: Bearer TOKEN}. */
final class ServiceTokenFilter extends OncePerRequestFilter {

  static final String SERVICE = "SERVICE";

  private static final String BEARER = "Bearer ";

  private final ServiceToken token;

  ServiceTokenFilter(ServiceToken token) {
    this.token = token;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/internal/") && !path.startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null
        && header.startsWith(BEARER)
        && token.matches(header.substring(BEARER.length()).trim())) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              "service", null, List.of(new SimpleGrantedAuthority(SERVICE))));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
