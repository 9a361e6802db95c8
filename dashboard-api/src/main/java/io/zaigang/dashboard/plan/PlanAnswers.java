package io.zaigang.dashboard.plan;

import io.zaigang.dashboard.site.OutdatedVersion;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of plans as problem details, each problem with its path. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlanAnswers {

  @ExceptionHandler
  ProblemDetail refused(PlanRefused refused) {
    ProblemDetail answer =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    answer.setProperty("problems", refused.problems());
    return answer;
  }

  @ExceptionHandler
  ProblemDetail outdated(OutdatedVersion outdated) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, outdated.getMessage());
  }
}
