package io.zaigang.dashboard.account;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What a refused sign-in is told. Asked before the general answers, which also take any failure.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInProblems {

  @ExceptionHandler
  ProblemDetail refused(SignInRefused problem) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, problem.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooMany(TooManyAttempts problem) {
    HttpHeaders headers = new HttpHeaders();
    long seconds = Math.max(1, problem.retryAfter().toSeconds());
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return new ResponseEntity<>(
        ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, problem.getMessage()),
        headers,
        HttpStatus.TOO_MANY_REQUESTS);
  }
}
