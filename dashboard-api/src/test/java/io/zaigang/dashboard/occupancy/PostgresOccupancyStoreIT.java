package io.zaigang.dashboard.occupancy;

import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import org.junit.jupiter.api.BeforeEach;

@DashboardTest
class PostgresOccupancyStoreIT implements OccupancyStoreContract {

  private OccupancyStore store;

  @BeforeEach
  void connect(Desks desks) {
    store = desks.bean(OccupancyStore.class);
  }

  @Override
  public OccupancyStore store() {
    return store;
  }
}
