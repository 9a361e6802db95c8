package io.zaigang.dashboard.series;

import io.zaigang.dashboard.settings.ZaigangSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.BatchPoints;
import org.influxdb.dto.BoundParameterQuery.QueryBuilder;
import org.influxdb.dto.Point;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One database in InfluxDB, written and read through the addresses of version 1, which versions 2
 * and 3 answer as well.
 *
 * <p>The database and its retention policies are made at the first use. Every call either succeeds
 * or throws {@link SeriesUnavailable}; none waits longer than the time-outs.
 */
public final class InfluxSeries implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InfluxSeries.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final ZaigangSettings.Influx settings;
  private final InfluxDB influx;
  private volatile boolean prepared;

  public InfluxSeries(ZaigangSettings.Influx settings) {
    this.settings = settings;
    OkHttpClient.Builder client =
        new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(ANSWER).writeTimeout(ANSWER);
    String url = settings.address();
    String user = settings.username();
    String password = settings.password();
    this.influx =
        user == null || password == null
            ? InfluxDBFactory.connect(url, client)
            : InfluxDBFactory.connect(url, user, password, client);
  }

  /** Where this is, without credentials: another address is another, still empty, database. */
  public String address() {
    return settings.address() + "/" + settings.database();
  }

  /** Writes points; the same series and time again replaces what was there. */
  public void write(Resolution resolution, List<Point> points) {
    if (points.isEmpty()) {
      return;
    }
    prepare();
    BatchPoints batch =
        BatchPoints.database(settings.database())
            .retentionPolicy(resolution.policy())
            .points(points)
            .precision(TimeUnit.SECONDS)
            .build();
    try {
      influx.write(batch);
    } catch (InfluxDBException e) {
      prepared = false; // the database may have been dropped
      throw new SeriesUnavailable("writing " + points.size() + " points", e);
    }
  }

  /**
   * Rows of a query in InfluxQL, its first column the time in epoch milliseconds.
   *
   * @param parameters values for the {@code $names} in the query: never put into its text
   */
  public List<List<@Nullable Object>> query(String influxQl, Map<String, Object> parameters) {
    prepare();
    QueryBuilder query = QueryBuilder.newQuery(influxQl).forDatabase(settings.database());
    parameters.forEach(query::bind);
    QueryResult result = ask(query.create());
    return result.getResults().stream()
        .filter(one -> one.getSeries() != null)
        .flatMap(one -> one.getSeries().stream())
        .flatMap(series -> series.getValues().stream())
        .toList();
  }

  private void prepare() {
    if (prepared) {
      return;
    }
    String database = "\"" + settings.database() + "\"";
    try {
      order("CREATE DATABASE " + database);
    } catch (RefusedByInflux refused) {
      // versions 2 and 3 map the name to a bucket or table that their operator made
      LOG.info("InfluxDB does not make databases over this address ({})", refused.getMessage());
      prepared = true;
      return;
    }
    policy(database, Resolution.MINUTES, settings.minutesKept(), " DEFAULT");
    policy(database, Resolution.HOURS, settings.hoursKept(), "");
    policy(database, Resolution.DAYS, null, "");
    prepared = true;
  }

  private void policy(
      String database, Resolution resolution, @Nullable Duration kept, String standing) {
    String rest =
        " RETENTION POLICY \"%s\" ON %s DURATION %s REPLICATION 1%s"
            .formatted(
                resolution.policy(),
                database,
                kept == null ? "INF" : kept.toHours() + "h",
                standing);
    try {
      order("CREATE" + rest);
    } catch (RefusedByInflux exists) {
      order("ALTER" + rest); // kept for another span until now
    }
  }

  private void order(String influxQl) {
    QueryResult result = ask(new Query(influxQl, settings.database(), true));
    String error = error(result);
    if (error != null) {
      throw new RefusedByInflux(error);
    }
  }

  private QueryResult ask(Query query) {
    try {
      QueryResult result = influx.query(query, TimeUnit.MILLISECONDS);
      if (result.getResults() == null && result.getError() == null) {
        throw new SeriesUnavailable("an answer without results");
      }
      return result;
    } catch (InfluxDBException e) {
      throw new SeriesUnavailable("no answer to a query", e);
    } catch (RuntimeException e) {
      if (e instanceof SeriesUnavailable) {
        throw e;
      }
      throw new SeriesUnavailable("no answer to a query", e);
    }
  }

  private static @Nullable String error(QueryResult result) {
    if (result.hasError()) {
      return result.getError();
    }
    return result.getResults().stream()
        .filter(QueryResult.Result::hasError)
        .map(QueryResult.Result::getError)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    influx.close();
  }

  /** It answered, and said no. */
  private static final class RefusedByInflux extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedByInflux(String error) {
      super(error);
    }
  }
}
