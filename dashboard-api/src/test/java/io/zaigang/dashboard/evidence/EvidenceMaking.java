package io.zaigang.dashboard.evidence;

import static org.awaitility.Awaitility.await;

import io.zaigang.dashboard.Desks;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes evidence when a test wants it, not when it is time. */
public final class EvidenceMaking {

  private static final String LEFT = "select count(*) from evidence where next_try_at is not null";

  private EvidenceMaking() {}

  /** Until there is nothing left to make. */
  public static void now(Desks desks) {
    EvidenceWorker worker = desks.bean(EvidenceWorker.class);
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              worker.look();
              return jdbc.queryForObject(LEFT, Integer.class) == 0;
            });
  }
}
