package io.zaigang.dashboard.occupancy;

import static io.zaigang.dashboard.occupancy.OccupancyStoreContract.EIGHT;
import static io.zaigang.dashboard.occupancy.OccupancyStoreContract.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zaigang.dashboard.DashboardTest;
import io.zaigang.dashboard.Desks;
import io.zaigang.dashboard.series.InfluxSeries;
import io.zaigang.dashboard.series.InfluxServer;
import io.zaigang.domain.occupancy.OccupancyMinute;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The copy in a real InfluxDB that dies and comes back. */
@DashboardTest
class OccupancyForwardingIT {

  @TempDir private Path folder;
  private InfluxServer server;
  private InfluxSeries influx;
  private OccupancyStore record;
  private TransactionTemplate transactions;
  private OccupancyStore copy;
  private OccupancyForwarding forwarding;
  private SimpleMeterRegistry meters;

  @BeforeEach
  void start(Desks desks) throws IOException {
    server = InfluxServer.start(folder);
    influx = new InfluxSeries(server.settings("zaigang"));
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    meters = new SimpleMeterRegistry();
    transactions = desks.bean(TransactionTemplate.class);
    record =
        new PostgresOccupancyStore(jdbc, desks.bean(OccupancyHours.class), ForwardMarks.in(jdbc));
    copy = new InfluxOccupancyStore(influx);
    forwarding =
        new OccupancyForwarding(
            jdbc,
            desks.bean(TransactionTemplate.class),
            influx,
            new OccupancySums(jdbc, ZoneId.of("Asia/Shanghai")),
            meters);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      influx.close();
      server.close();
    }
  }

  @Test
  void carriesOverWhatCameWhileInfluxWasAway() throws IOException {
    put(List.of(minute("w03", 0, 60, 0)));
    forwarding.forward();
    assertThat(waiting()).isZero();

    server.kill();
    put(minutes(1, 3000));
    forwarding.forward();
    assertThat(waiting()).isEqualTo(2999);

    server.start();
    forwarding.forward();

    assertThat(waiting()).isZero();
    assertThat(copy.minutes("w03", EIGHT, EIGHT.plusSeconds(60 * 3000))).hasSize(3000);
  }

  @Test
  void sumsHoursAndDaysAnewWhenAMinuteComesLate() {
    put(minutes(0, 59));
    forwarding.forward();
    assertThat(hours()).containsExactly(List.of((double) EIGHT.toEpochMilli(), 59 * 60.0));

    put(minutes(59, 61));
    forwarding.forward();

    assertThat(hours())
        .containsExactly(
            List.of((double) EIGHT.toEpochMilli(), 3600.0),
            List.of((double) EIGHT.plusSeconds(3600).toEpochMilli(), 60.0));
    // the hall's day begins at 16:00 UTC
    assertThat(sums("days"))
        .containsExactly(List.of((double) EIGHT.minusSeconds(8 * 3600).toEpochMilli(), 3660.0));
  }

  @Test
  void fillsAnotherDatabaseFromTheBeginning(Desks desks) {
    put(minutes(0, 10));
    forwarding.forward();
    JdbcTemplate jdbc = desks.bean(JdbcTemplate.class);
    InfluxSeries other = new InfluxSeries(server.settings("other"));
    OccupancyForwarding toOther =
        new OccupancyForwarding(
            jdbc,
            desks.bean(TransactionTemplate.class),
            other,
            new OccupancySums(jdbc, ZoneId.of("Asia/Shanghai")),
            new SimpleMeterRegistry());
    forwarding.markEverythingForANewTarget();
    forwarding.forward();

    forwarding.markEverythingForANewTarget();
    assertThat(waiting()).isZero();

    toOther.markEverythingForANewTarget();
    toOther.forward();
    assertThat(new InfluxOccupancyStore(other).minutes("w03", EIGHT, EIGHT.plusSeconds(6000)))
        .hasSize(10);
    other.close();
  }

  private void put(List<OccupancyMinute> minutes) {
    transactions.executeWithoutResult(status -> record.put(minutes));
  }

  private static List<OccupancyMinute> minutes(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> minute("w03", i, 60, 0)).toList();
  }

  private List<List<Object>> hours() {
    return sums("hours");
  }

  private List<List<Object>> sums(String policy) {
    return influx.query(
        "SELECT \"staffedSeconds\" FROM \"" + policy + "\".\"occupancy\" WHERE \"windowId\" = $w",
        Map.of("w", "w03"));
  }

  private double waiting() {
    return meters.get("zaigang.series.waiting").gauge().value();
  }
}
