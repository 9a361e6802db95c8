package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.punch.MissedPunch;
import io.zaigang.dashboard.punch.PunchSheets;
import io.zaigang.domain.circular.Evidence;
import io.zaigang.domain.circular.Offence;
import io.zaigang.domain.circular.OffenceKind;
import io.zaigang.domain.circular.Person;
import io.zaigang.domain.punch.MakeUpRules;
import io.zaigang.domain.punch.PunchDirection;
import io.zaigang.domain.punch.PunchOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * 未按要求打卡. Of the week in which the missed punch became a violation: on Sunday night that week's own
 * punches can still be made good until Monday.
 */
@Component
class PunchOffences implements OffenceSource {

  /**
   * A punch becomes a violation by the deadline, or when a request is decided: within two months.
   */
  private static final int DAYS_BACK = 62;

  private final PunchSheets sheets;
  private final Clock clock;

  PunchOffences(PunchSheets sheets, Clock clock) {
    this.sheets = sheets;
    this.clock = clock;
  }

  @Override
  public List<Offence> offences(Instant from, Instant to) {
    MakeUpRules rules = sheets.rules();
    LocalDate first = from.atZone(rules.zone()).toLocalDate().minusDays(DAYS_BACK);
    LocalDate last = to.atZone(rules.zone()).toLocalDate();
    return sheets.missed(first, last, clock.instant()).stream()
        .map(missed -> offence(missed, rules))
        .filter(o -> !o.countedAt().isBefore(from) && o.countedAt().isBefore(to))
        .toList();
  }

  private static Offence offence(MissedPunch missed, MakeUpRules rules) {
    return new Offence(
        "punch/" + missed.staffId() + "/" + missed.dueAt(),
        OffenceKind.MISSED_PUNCH,
        missed.windowId(),
        missed.unit(),
        List.of(new Person(missed.staffId(), missed.name())),
        missed.dueAt(),
        missed.dueAt(),
        countedAt(missed, rules),
        0,
        null,
        Evidence.without(List.of(), words(missed.direction()) + "；" + missed.paragraph()));
  }

  /** Asking too late changes nothing about when the deadline passed. */
  private static Instant countedAt(MissedPunch missed, MakeUpRules rules) {
    return missed.outcome() == PunchOutcome.REQUESTED_LATE
        ? rules.deadline().after(missed.date(), rules.zone())
        : missed.since();
  }

  private static String words(PunchDirection direction) {
    return direction == PunchDirection.IN ? "上班未打卡" : "下班未打卡";
  }
}
