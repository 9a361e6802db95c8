package io.zaigang.dashboard.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after a few failures each further one doubles the wait. Counted in the
 * database, so that several copies of the dashboard count together, and for three subjects: one
 * person from one address (few), one address (more), one account from anywhere (many, so that
 * nobody can lock another out with a handful of wrong passwords).
 */
@Component
class SignInThrottle {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInThrottle(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Lets an attempt through.
   *
   * @throws TooManyAttempts when it comes too early
   */
  void check(String username, String address) {
    Instant now = clock.instant();
    subjects(username, address)
        .forEach(
            (subject, free) -> {
              Duration wait = Duration.between(now, allowedAt(subject, free));
              if (!wait.isNegative() && !wait.isZero()) {
                throw new TooManyAttempts(wait);
              }
            });
  }

  void failed(String username, String address) {
    Instant now = clock.instant();
    jdbc.sql("delete from sign_in_failure where last_at < :limit")
        .param("limit", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
        .update();
    for (String subject : subjects(username, address).keySet()) {
      jdbc.sql(
              "insert into sign_in_failure as f (subject, failures, last_at) values (:subject, 1,"
                  + " :now) on conflict (subject) do update set failures = f.failures + 1, last_at ="
                  + " :now")
          .param("subject", subject)
          .param("now", Timestamp.from(now))
          .update();
    }
  }

  /** Forgets the failures of this person from here; those of the address stay. */
  void succeeded(String username, String address) {
    jdbc.sql("delete from sign_in_failure where subject = :subject")
        .param("subject", personHere(username, address))
        .update();
  }

  private Instant allowedAt(String subject, int free) {
    record Failures(int failures, Instant lastAt) {}
    return jdbc.sql("select failures, last_at from sign_in_failure where subject = :subject")
        .param("subject", subject)
        .query((row, index) -> new Failures(row.getInt(1), row.getTimestamp(2).toInstant()))
        .optional()
        .filter(f -> f.failures() >= free)
        .map(f -> f.lastAt().plus(waitAfter(f.failures() - free)))
        .orElse(Instant.MIN);
  }

  static Duration waitAfter(int excess) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(excess, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private static Map<String, Integer> subjects(String username, String address) {
    return Map.of(
        personHere(username, address),
        5,
        "address " + address,
        30,
        "account " + username.toLowerCase(Locale.ROOT),
        100);
  }

  private static String personHere(String username, String address) {
    return "person " + address + " " + username.toLowerCase(Locale.ROOT);
  }
}
