package io.zaigang.dashboard.upkeep;

import io.zaigang.dashboard.Desks;

/** Counts footage when a test wants it, not when it is time. */
public final class Counting {

  private Counting() {}

  public static void now(Desks desks) {
    desks.bean(StorageSurvey.class).count();
  }
}
