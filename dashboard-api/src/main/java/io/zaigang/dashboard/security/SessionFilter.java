package io.zaigang.dashboard.security;

import io.zaigang.dashboard.account.SessionCookie;
import io.zaigang.dashboard.account.Sessions;
import io.zaigang.dashboard.account.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out from the cookie who is calling. */
final class SessionFilter extends OncePerRequestFilter {

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/api/") && !path.startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SessionCookie.read(request).flatMap(sessions::find).ifPresent(SessionFilter::signIn);
    chain.doFilter(request, response);
  }

  private static void signIn(SignedIn user) {
    List<SimpleGrantedAuthority> roles =
        user.roles().stream().map(role -> new SimpleGrantedAuthority(role.name())).toList();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, roles));
    SecurityContextHolder.setContext(context);
  }
}
