package io.zaigang.dashboard.occupancy;

import io.zaigang.dashboard.series.InfluxSeries;
import io.zaigang.dashboard.series.Resolution;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.influxdb.dto.Point;
import org.jspecify.annotations.Nullable;

/** Minutes of occupancy in InfluxDB: measurement {@code occupancy}, tag {@code windowId}. */
final class InfluxOccupancyStore implements OccupancyStore {

  private static final String MEASUREMENT = "occupancy";

  private static final String MINUTES =
      """
      SELECT "staffedSeconds", "emptySeconds", "blindSeconds", "exemptSeconds", "meanPersons",
      "phoneSeconds" FROM "minutes"."occupancy"
      WHERE "windowId" = $windowId AND time >= $from AND time < $to ORDER BY time""";

  private final InfluxSeries influx;

  InfluxOccupancyStore(InfluxSeries influx) {
    this.influx = influx;
  }

  @Override
  public int put(List<OccupancyMinute> minutes) {
    Map<String, Map<Instant, OccupancyMinute>> byWindow =
        minutes.stream()
            .collect(
                Collectors.groupingBy(
                    OccupancyMinute::windowId,
                    TreeMap::new,
                    Collectors.toMap(
                        OccupancyMinute::minute, m -> m, (first, second) -> second, TreeMap::new)));
    List<OccupancyMinute> news =
        byWindow.values().stream().flatMap(w -> news(new TreeMap<>(w)).stream()).toList();
    write(news);
    return news.size();
  }

  /** Stores minutes whatever is there. */
  void write(List<OccupancyMinute> minutes) {
    influx.write(Resolution.MINUTES, minutes.stream().map(InfluxOccupancyStore::point).toList());
  }

  /** Those that know better than, or differ from, what is there. */
  private List<OccupancyMinute> news(TreeMap<Instant, OccupancyMinute> ofOneWindow) {
    String window = ofOneWindow.firstEntry().getValue().windowId();
    Map<Instant, OccupancyMinute> known = new HashMap<>();
    minutes(window, ofOneWindow.firstKey(), ofOneWindow.lastKey().plus(Duration.ofMinutes(1)))
        .forEach(minute -> known.put(minute.minute(), minute));
    return ofOneWindow.values().stream()
        .filter(minute -> isNews(minute, known.get(minute.minute())))
        .toList();
  }

  private static boolean isNews(OccupancyMinute minute, @Nullable OccupancyMinute known) {
    return known == null
        || (minute.blindSeconds() <= known.blindSeconds() && !minute.equals(known));
  }

  @Override
  public List<OccupancyMinute> minutes(String windowId, Instant from, Instant to) {
    return influx
        .query(MINUTES, Map.of("windowId", windowId, "from", from.toString(), "to", to.toString()))
        .stream()
        .map(row -> minute(windowId, row))
        .toList();
  }

  private static OccupancyMinute minute(String windowId, List<@Nullable Object> row) {
    return new OccupancyMinute(
        windowId,
        Instant.ofEpochMilli((long) number(row.get(0))),
        number(row.get(1)),
        number(row.get(2)),
        number(row.get(3)),
        number(row.get(4)),
        number(row.get(5)),
        number(row.get(6)));
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private static Point point(OccupancyMinute minute) {
    return point(minute.windowId(), minute.minute())
        .addField("staffedSeconds", minute.staffedSeconds())
        .addField("emptySeconds", minute.emptySeconds())
        .addField("blindSeconds", minute.blindSeconds())
        .addField("exemptSeconds", minute.exemptSeconds())
        .addField("meanPersons", minute.meanPersons())
        .addField("phoneSeconds", minute.phoneSeconds())
        .build();
  }

  /** A point of this measurement, whatever its resolution, at the start of its span. */
  static Point.Builder point(String windowId, Instant start) {
    return Point.measurement(MEASUREMENT)
        .time(start.getEpochSecond(), TimeUnit.SECONDS)
        .tag("windowId", windowId);
  }
}
