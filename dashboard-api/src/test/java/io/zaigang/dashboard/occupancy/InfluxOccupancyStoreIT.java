package io.zaigang.dashboard.occupancy;

import io.zaigang.dashboard.series.InfluxSeries;
import io.zaigang.dashboard.series.InfluxServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Against a real InfluxDB. */
class InfluxOccupancyStoreIT implements OccupancyStoreContract {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  @TempDir private static Path folder;
  private static InfluxServer server;

  @BeforeAll
  static void start() throws IOException {
    server = InfluxServer.start(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public OccupancyStore store() {
    return new InfluxOccupancyStore(
        new InfluxSeries(server.settings("store" + DATABASES.incrementAndGet())));
  }
}
