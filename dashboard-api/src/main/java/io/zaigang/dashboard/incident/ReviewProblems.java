package io.zaigang.dashboard.incident;

import io.zaigang.domain.review.ReviewRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a refused step is told. Asked before the general answers, which also take any failure. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReviewProblems {

  @ExceptionHandler
  ProblemDetail refused(ReviewRefused refused) {
    HttpStatus status =
        switch (refused.kind()) {
          case OUT_OF_ORDER -> HttpStatus.CONFLICT;
          case NOT_THIS_PERSON -> HttpStatus.FORBIDDEN;
          case INCOMPLETE -> HttpStatus.BAD_REQUEST;
        };
    return ProblemDetail.forStatusAndDetail(status, refused.getMessage());
  }
}
