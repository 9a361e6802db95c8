package io.zaigang.dashboard.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refusals as problem details: never a redirect, never a page. */
@Component
class ProblemAnswer implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;

  ProblemAnswer(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    boolean service = request.getRequestURI().startsWith("/internal/");
    if (service) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    write(
        response,
        HttpStatus.UNAUTHORIZED,
        service ? "The service token is missing or wrong" : "Nobody is signed in");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    write(
        response,
        HttpStatus.FORBIDDEN,
        cause instanceof CsrfException
            ? "The X-XSRF-TOKEN header must repeat the XSRF-TOKEN cookie"
            : "Your roles do not allow this");
  }

  private void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
  }
}
