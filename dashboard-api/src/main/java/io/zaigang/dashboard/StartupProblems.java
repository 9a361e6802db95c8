package io.zaigang.dashboard;

import io.zaigang.dashboard.settings.StartupProblem;
import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Says what keeps the dashboard from starting in as many lines as it takes, and no stack trace.
 * Registered in {@code META-INF/spring.factories}, before Spring's own reporter.
 */
final class StartupProblems implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return in(failure).isPresent(); // main prints it, once
  }

  /** The problem behind a failure, if the operator can mend it. */
  static Optional<StartupProblem> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartupProblem problem) {
        return Optional.of(problem);
      }
      if (cause instanceof PortInUseException taken) {
        return Optional.of(
            new StartupProblem("Port " + taken.getPort() + " is taken: say --server.port=OTHER"));
      }
    }
    return Optional.empty();
  }

  static void print(StartupProblem problem) {
    problem.lines().forEach(line -> System.err.println(line));
  }
}
