package io.zaigang.dashboard.evidence;

import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for incidents whose evidence is not made, and has it made, a few at a time. Several copies
 * of the dashboard share the work; none needs to know of the others.
 */
@Component
class EvidenceWorker {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceWorker.class);
  private static final int BATCH = 200;
  private static final long STOP_SECONDS = 10;

  private final EvidenceStore store;
  private final EvidenceIntake intake;
  private final EvidenceMaker maker;
  private final DataSource database;
  private final Semaphore free;
  private final ExecutorService pool;
  private final Set<String> inWork = ConcurrentHashMap.newKeySet();

  EvidenceWorker(
      EvidenceStore store,
      EvidenceIntake intake,
      EvidenceMaker maker,
      DataSource database,
      EvidenceSettings settings) {
    this.store = store;
    this.intake = intake;
    this.maker = maker;
    this.database = database;
    this.free = new Semaphore(settings.atOnce());
    this.pool =
        Executors.newFixedThreadPool(settings.atOnce(), task -> new Thread(task, "evidence"));
  }

  /** Notes what is new and starts on what is due, as far as there is room. */
  @Scheduled(
      initialDelayString = "${zaigang.evidence.every:PT5S}",
      fixedDelayString = "${zaigang.evidence.every:PT5S}")
  void look() {
    intake.noteNew();
    for (String incidentId : store.due(BATCH)) {
      if (!inWork.contains(incidentId) && free.tryAcquire()) {
        inWork.add(incidentId);
        pool.execute(() -> work(incidentId));
      }
    }
  }

  private void work(String incidentId) {
    try {
      Optional<EvidenceClaim> claim = EvidenceClaim.of(database, incidentId);
      if (claim.isPresent()) {
        try (EvidenceClaim held = claim.get()) {
          maker.work(incidentId);
        }
      }
    } catch (SQLException | DataAccessException e) {
      LOG.warn("Evidence of incident {}: the database failed", incidentId, e);
    } finally {
      inWork.remove(incidentId);
      free.release();
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    pool.shutdownNow();
    if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("Evidence is still being made; it is made anew at the next start");
    }
  }
}
