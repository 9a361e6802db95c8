package io.zaigang.dashboard.series;

/** InfluxDB did not take or give something now; trying again later may succeed. */
public final class SeriesUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  SeriesUnavailable(String what, Throwable cause) {
    super("InfluxDB: " + what + ": " + cause.getMessage(), cause);
  }

  SeriesUnavailable(String what) {
    super("InfluxDB: " + what);
  }
}
