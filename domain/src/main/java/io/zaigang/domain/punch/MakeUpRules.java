package io.zaigang.domain.punch;

import static java.util.stream.Collectors.groupingBy;

import io.zaigang.domain.punch.MakeUpRequest.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what every due punch of one person has become: the 补卡 and absence rules of
 * 《旌德县政务服务中心日常管理制度》.
 *
 * <p>A request counts against the month of the punch it is for, not of the day it was made.
 * Requests that came too late or were rejected use up nothing; of the others the first {@code
 * quota}, by the time they were made, count, and the next is refused.
 *
 * @param quota make-ups a person has in a calendar month
 */
public record MakeUpRules(int quota, MakeUpDeadline deadline, ZoneId zone) {

  /** 每人每月6次. */
  public static final int DEFAULT_QUOTA = 6;

  private static final Comparator<MakeUpRequest> IN_ORDER =
      Comparator.comparing(MakeUpRequest::requestedAt).thenComparing(MakeUpRequest::id);

  public MakeUpRules {
    if (quota < 0) {
      throw new IllegalArgumentException("A quota is 0 or more make-ups a month, not " + quota);
    }
  }

  /**
   * The outcome of each due punch, in the order given.
   *
   * @param due punches of one person; whole months, or the quota cannot be counted
   * @param punched those that were made
   * @param requests of the same person
   * @param absences of the same person
   * @param now what is still open depends on it
   */
  public Map<DuePunch, PunchOutcome> outcomes(
      List<DuePunch> due,
      Set<DuePunch> punched,
      List<MakeUpRequest> requests,
      List<ApprovedAbsence> absences,
      Instant now) {
    Map<DuePunch, MakeUpRequest> requestOf = firstRequests(requests);
    Set<MakeUpRequest> withinQuota = withinQuota(requestOf.values());
    Map<DuePunch, PunchOutcome> outcomes = new LinkedHashMap<>();
    for (DuePunch punch : due) {
      outcomes.put(
          punch,
          punched.contains(punch)
              ? PunchOutcome.PUNCHED
              : unpunched(punch, requestOf.get(punch), withinQuota, absences, now));
    }
    return outcomes;
  }

  private PunchOutcome unpunched(
      DuePunch punch,
      @Nullable MakeUpRequest request,
      Set<MakeUpRequest> withinQuota,
      List<ApprovedAbsence> absences,
      Instant now) {
    List<ApprovedAbsence> covering = absences.stream().filter(a -> a.covers(punch)).toList();
    if (covering.stream().anyMatch(a -> a.wasAskedInTimeFor(punch))) {
      return PunchOutcome.EXCUSED;
    }
    if (request != null) {
      return requested(request, withinQuota);
    }
    if (!covering.isEmpty()) {
      return PunchOutcome.ABSENCE_REQUESTED_LATE;
    }
    return now.isBefore(deadline.after(punch.date(), zone))
        ? PunchOutcome.MISSING
        : PunchOutcome.NEVER_REQUESTED;
  }

  private PunchOutcome requested(MakeUpRequest request, Set<MakeUpRequest> withinQuota) {
    if (isLate(request)) {
      return PunchOutcome.REQUESTED_LATE;
    }
    if (request.verdict() == Verdict.REJECTED) {
      return PunchOutcome.REJECTED;
    }
    if (!withinQuota.contains(request)) {
      return PunchOutcome.OVER_QUOTA;
    }
    return request.verdict() == Verdict.APPROVED ? PunchOutcome.MADE_UP : PunchOutcome.PENDING;
  }

  private boolean isLate(MakeUpRequest request) {
    return isTooLate(request.punch().date(), request.requestedAt());
  }

  /** Whether a request made then would come after the deadline. */
  public boolean isTooLate(LocalDate missedOn, Instant requestedAt) {
    return !requestedAt.isBefore(deadline.after(missedOn, zone));
  }

  /** Make-ups of the month that these requests use up: neither late nor rejected, quota at most. */
  public int used(YearMonth month, List<MakeUpRequest> requests) {
    return (int)
        withinQuota(firstRequests(requests).values()).stream()
            .filter(request -> YearMonth.from(request.punch().date()).equals(month))
            .count();
  }

  /** Asking twice for the same punch is asking once: the first request stands. */
  static Map<DuePunch, MakeUpRequest> firstRequests(List<MakeUpRequest> requests) {
    Map<DuePunch, MakeUpRequest> first = new HashMap<>();
    requests.stream().sorted(IN_ORDER).forEach(r -> first.putIfAbsent(r.punch(), r));
    return first;
  }

  private Set<MakeUpRequest> withinQuota(Collection<MakeUpRequest> requests) {
    Map<YearMonth, List<MakeUpRequest>> byMonth =
        requests.stream()
            .filter(r -> !isLate(r) && r.verdict() != Verdict.REJECTED)
            .sorted(IN_ORDER)
            .collect(groupingBy(r -> YearMonth.from(r.punch().date())));
    Set<MakeUpRequest> within = new HashSet<>();
    byMonth.values().forEach(month -> month.stream().limit(quota).forEach(within::add));
    return within;
  }
}
