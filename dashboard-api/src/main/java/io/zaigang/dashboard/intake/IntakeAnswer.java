package io.zaigang.dashboard.intake;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a batch: 200 where everything was taken, else 400 that names the items that were
 * not. The good items of a batch are stored in both cases, so that one bad item costs only itself,
 * and a sender that drops what a 400 answers loses nothing else.
 *
 * @param taken items that are stored now, or were already
 * @param changed how many of them said something new
 */
public record IntakeAnswer(int taken, int changed) {

  /** What to answer after the good items of a batch are stored. */
  public static ResponseEntity<Object> of(Batch<?> batch, int changed) {
    IntakeAnswer answer = new IntakeAnswer(batch.taken().size(), changed);
    if (batch.refused().isEmpty()) {
      return ResponseEntity.ok(answer);
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST,
            batch.refused().size()
                + " item(s) can never be taken as they are; the other "
                + answer.taken()
                + " are stored");
    problem.setType(URI.create("urn:zaigang:problem:refused-items"));
    problem.setTitle("Some items are refused");
    problem.setProperty("refused", batch.refused());
    problem.setProperty("taken", answer.taken());
    problem.setProperty("changed", answer.changed());
    return ResponseEntity.badRequest().body(problem);
  }
}
