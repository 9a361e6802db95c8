package io.zaigang.dashboard.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.dashboard.database.DatabaseConfiguration.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseWatchIT {

  @TempDir private Path data;

  @Test
  void endsTheDashboardOnceWhenItsServerWasKilled() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    try (EmbeddedDatabase database = EmbeddedDatabase.own(data)) {
      DatabaseWatch watch =
          new DatabaseWatch(DatabaseAddress.embedded(database), ended::incrementAndGet);
      watch.look();
      watch.look();
      assertThat(ended).hasValue(0);

      Postmaster.running(data.resolve("postgres")).orElseThrow().process().destroyForcibly();
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !database.isRunning());
      watch.look();
      assertThat(ended).hasValue(0);
      watch.look();
      watch.look();

      assertThat(ended).hasValue(1);
    }
  }

  @Test
  void leavesAnOperatorsOwnServerAlone() {
    AtomicInteger ended = new AtomicInteger();
    DatabaseWatch watch =
        new DatabaseWatch(
            new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", null, null, null),
            ended::incrementAndGet);
    watch.look();
    watch.look();
    assertThat(ended).hasValue(0);
  }
}
