package io.zaigang.dashboard.spotcheck;

import static java.util.stream.Collectors.groupingBy;

import io.zaigang.dashboard.account.SignedIn;
import io.zaigang.dashboard.audit.AuditAction;
import io.zaigang.dashboard.audit.AuditEntry;
import io.zaigang.dashboard.audit.Register;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.dashboard.web.Conflict;
import io.zaigang.dashboard.web.Forbidden;
import io.zaigang.dashboard.web.NotFound;
import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.spotcheck.CheckItem;
import io.zaigang.domain.spotcheck.Drawn;
import io.zaigang.domain.spotcheck.MonthlyDraw;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws a month's checks, and takes what checkers found. A check becomes known when its footage has
 * been recorded, not before: who knew the hour could warn the window.
 */
@Service
class SpotChecks {

  private static final SecureRandom SEEDS = new SecureRandom();

  private final SpotCheckStore store;
  private final SpotCheckSettings settings;
  private final SitePlans plans;
  private final Register register;
  private final Clock clock;

  SpotChecks(
      SpotCheckStore store,
      SpotCheckSettings settings,
      SitePlans plans,
      Register register,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.plans = plans;
    this.register = register;
    this.clock = clock;
  }

  /**
   * A month so far.
   *
   * @param seed null until the month is over: it would tell what is to come
   * @param upcoming checks that are not known yet
   */
  record MonthSoFar(
      YearMonth month, @Nullable Long seed, int turns, int upcoming, List<StoredCheck> known) {}

  /** Draws where that was not done yet; a window that is new gets the rest of its month's turns. */
  @Transactional
  public MonthSoFar month(YearMonth month) {
    Instant now = clock.instant();
    SitePlan plan = plans.current().plan();
    YearMonth thisMonth = YearMonth.from(now.atZone(plan.hall().timeZone()));
    if (month.isAfter(thisMonth) || month.isBefore(thisMonth.minusYears(5))) {
      throw new BadRequest(
          "'month' must be " + thisMonth + " or earlier, by five years at most, not " + month);
    }
    SpotCheckStore.Month decided =
        store.begin(
            new SpotCheckStore.Month(month, SEEDS.nextLong(), settings.turns(), settings.length()),
            now);
    store.add(month, draw(decided, plan));
    Map<Boolean, List<StoredCheck>> byKnown =
        store.ofMonth(month).stream().collect(groupingBy(check -> !check.end().isAfter(now)));
    return new MonthSoFar(
        month,
        month.isBefore(thisMonth) ? decided.seed() : null,
        decided.turns(),
        byKnown.getOrDefault(false, List.of()).size(),
        byKnown.getOrDefault(true, List.of()));
  }

  private static List<Drawn> draw(SpotCheckStore.Month month, SitePlan plan) {
    MonthlyDraw draw =
        new MonthlyDraw(
            new WorkingCalendar(plan.calendar(), plan.hall().timeZone()),
            month.turns(),
            month.length());
    List<String> windows = plan.windows().stream().map(ServiceWindow::id).toList();
    return draw.draw(month.month(), month.seed(), windows);
  }

  /** What a checker found. Nobody checks the window they work at, and nothing is checked twice. */
  @Transactional
  public StoredCheck record(
      String id, SignedIn user, List<CheckedItem> items, @Nullable String remark) {
    StoredCheck check = known(id);
    if (user.worksAt(check.windowId())) {
      throw new Forbidden("You work at this window: somebody else must check it");
    }
    requireWholeList(items);
    StoredCheck.Outcome outcome = new StoredCheck.Outcome(user.username(), now(), remark);
    if (!store.finish(id, outcome, items)) {
      throw new Conflict("This check was done already");
    }
    register.add(
        entry(user, AuditAction.SPOT_CHECK_RECORDED, check)
            .reason(remark)
            .detail("findings", findings(items)));
    return known(id);
  }

  /** Takes a result back; what it found counts no more. */
  @Transactional
  public StoredCheck withdraw(String id, SignedIn user, String reason) {
    StoredCheck check = known(id);
    if (!store.withdraw(id, new StoredCheck.Withdrawal(user.username(), now(), reason))) {
      throw new Conflict("This check is not one that was done and stands");
    }
    register.add(entry(user, AuditAction.SPOT_CHECK_WITHDRAWN, check).reason(reason));
    return known(id);
  }

  private StoredCheck known(String id) {
    return store
        .find(id)
        .filter(check -> !check.end().isAfter(clock.instant()))
        .orElseThrow(() -> new NotFound("There is no check with this id"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void requireWholeList(List<CheckedItem> items) {
    List<CheckItem> given = items.stream().map(CheckedItem::item).sorted().toList();
    if (!given.equals(Arrays.asList(CheckItem.values()))) {
      throw new BadRequest(
          "items must hold each of " + Arrays.toString(CheckItem.values()) + " once");
    }
    items.stream()
        .filter(item -> item.verdict() == ItemVerdict.FINDING && item.remark() == null)
        .findFirst()
        .ifPresent(
            item -> {
              throw new BadRequest(item.item() + ": a finding needs a remark that says what it is");
            });
  }

  private static String findings(List<CheckedItem> items) {
    return items.stream()
        .filter(item -> item.verdict() == ItemVerdict.FINDING)
        .map(item -> item.item().words())
        .collect(Collectors.joining("、"));
  }

  private static AuditEntry entry(SignedIn user, AuditAction action, StoredCheck check) {
    return AuditEntry.by(user.username(), action)
        .subject(check.id())
        .detail("window", check.windowId())
        .detail("footage", check.at().toString());
  }
}
