package io.zaigang.dashboard.punch;

import io.zaigang.dashboard.duty.DutyReader;
import io.zaigang.dashboard.duty.StaffRoll;
import io.zaigang.dashboard.punch.PunchStore.Source;
import io.zaigang.dashboard.sheet.ImportCounts;
import io.zaigang.dashboard.sheet.ProblemCode;
import io.zaigang.dashboard.sheet.RowFields;
import io.zaigang.dashboard.sheet.SheetColumn;
import io.zaigang.dashboard.sheet.SheetColumn.Form;
import io.zaigang.dashboard.sheet.SheetKind;
import io.zaigang.domain.punch.Punch;
import io.zaigang.domain.punch.PunchDirection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 打卡记录, as a punch clock exports them. */
@Component
class PunchList implements SheetKind {

  private static final SheetColumn AT =
      SheetColumn.required("打卡时间", Form.DATE_TIME, "2026-03-02 08:21:07");
  private static final SheetColumn DIRECTION = SheetColumn.optional("上下班", Form.TEXT, "上班");

  /** Clocks differ a little; a day says that the year or month is wrong. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final Map<String, PunchDirection> DIRECTIONS = directions();

  private final PunchStore punches;
  private final DutyReader duty;
  private final Clock clock;

  PunchList(PunchStore punches, DutyReader duty, Clock clock) {
    this.punches = punches;
    this.duty = duty;
    this.clock = clock;
  }

  private static Map<String, PunchDirection> directions() {
    Map<String, PunchDirection> directions = new LinkedHashMap<>();
    directions.put("上班", PunchDirection.IN);
    directions.put("下班", PunchDirection.OUT);
    return directions;
  }

  @Override
  public String id() {
    return "punches";
  }

  @Override
  public String title() {
    return "打卡记录";
  }

  @Override
  public List<SheetColumn> columns() {
    return List.of(StaffRoll.ID, StaffRoll.NAME, AT, DIRECTION);
  }

  @Override
  public Reading<Punch> begin() {
    return new PunchReading();
  }

  private final class PunchReading implements Reading<Punch> {
    private final StaffRoll roll = new StaffRoll(duty.staff());
    private final ZoneId zone = duty.zone();
    private final Instant latest = clock.instant().plus(AHEAD);

    @Override
    public Punch read(RowFields row) {
      String person = roll.read(row);
      Instant at = row.dateTime(AT).atZone(zone).toInstant();
      Optional<PunchDirection> direction = row.oneOf(DIRECTION, DIRECTIONS);
      if (at.isAfter(latest)) {
        row.problem(AT, ProblemCode.IN_THE_FUTURE, null);
      }
      return new Punch(person, at, direction.orElse(null));
    }

    @Override
    public ImportCounts store(List<Punch> rows) {
      int added = punches.add(rows, Source.FILE);
      return new ImportCounts(added, 0, rows.size() - added);
    }
  }
}
