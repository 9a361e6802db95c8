package io.zaigang.domain.window;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.occupancy.MinuteAccumulator;
import io.zaigang.domain.occupancy.MinuteStep;
import io.zaigang.domain.occupancy.MinuteTally;
import io.zaigang.domain.occupancy.OccupancyMinute;
import io.zaigang.domain.phone.PhoneUseState;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.StaffedSpan;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.vacancy.Shortage;
import io.zaigang.domain.vacancy.ShortageStep;
import io.zaigang.domain.vacancy.VacancyRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through newly settled time span by span, from change to change, and lets every rule see each
 * span once. Lives for one step.
 */
final class WindowWalk {

  /** Everything a walk asks; the rules of the posts are by post id. */
  record Rules(
      ServiceWindow window,
      WorkingCalendar calendar,
      VacancyRule vacancy,
      Map<String, VacancyRule> unattended) {}

  private final Rules rules;
  private final MinuteAccumulator accumulator;
  private final List<PostState> posts;
  private final List<Incident> incidents;
  private final List<OccupancyMinute> minutes = new ArrayList<>();
  private final List<WindowPresence> changes = new ArrayList<>();
  private final PhoneUseState phones;
  private Instant until;
  private MinuteTally minute;
  private @Nullable Shortage vacancy;
  private @Nullable WindowPresence latest;

  /**
   * @param told incidents that came about before the walk
   */
  WindowWalk(Rules rules, SettledWindow start, PhoneUseState phones, List<Incident> told) {
    this.phones = phones;
    this.rules = rules;
    this.accumulator = new MinuteAccumulator(rules.window().id());
    this.posts = new ArrayList<>(start.posts());
    this.incidents = new ArrayList<>(told);
    this.until = start.until();
    this.minute = start.minute();
    this.vacancy = start.vacancy();
    this.latest = start.latest();
  }

  /** Walks on to an instant; one that is not after {@link SettledWindow#until} changes nothing. */
  void to(Instant end) {
    while (until.isBefore(end)) {
      Instant from = until;
      posts.replaceAll(post -> post.reaching(from));
      StaffedSpan span = spanUpTo(end);
      note(span);
      judge(span);
      count(span);
      until = span.to();
    }
  }

  /** Fills up the minute begun with time of which nothing is known; no rule sees it. */
  void completeMinute() {
    Instant end = minute.minute().plus(1, ChronoUnit.MINUTES);
    boolean begun = !minute.minute().equals(until);
    while (begun && until.isBefore(end)) {
      Instant to = rules.calendar().nextChangeAfter(until).filter(end::isAfter).orElse(end);
      WorkingPeriod period = rules.calendar().periodAt(until).orElse(null);
      Presence presence = period == null ? Presence.EXEMPT : Presence.UNKNOWN;
      count(new StaffedSpan(until, to, presence, 0, period));
      until = to;
    }
  }

  /**
   * @param work what the walk was made from; its time was cut at {@code watermark}
   */
  WindowStep step(Instant watermark, DueWork.Done work) {
    // within a span rules speak one after the other; steps must not show where spans were cut
    incidents.sort(Comparator.comparing(WindowWalk::toldAt));
    SettledWindow settled = new SettledWindow(until, posts, vacancy, minute, latest);
    return new WindowStep(
        new WindowState(
            watermark,
            work.later(),
            settled,
            phones.withoutMinutesBefore(minute.minute()),
            work.blind()),
        incidents,
        minutes,
        changes);
  }

  private static Instant toldAt(Incident incident) {
    return incident.endedAt() == null ? incident.confirmedAt() : incident.endedAt();
  }

  private StaffedSpan spanUpTo(Instant end) {
    Instant to = end;
    for (PostState post : posts) {
      if (!post.ahead().isEmpty() && post.ahead().get(0).at().isBefore(to)) {
        to = post.ahead().get(0).at();
      }
    }
    Optional<Instant> calendarChange = rules.calendar().nextChangeAfter(until);
    if (calendarChange.isPresent() && calendarChange.get().isBefore(to)) {
      to = calendarChange.get();
    }
    WorkingPeriod period = rules.calendar().periodAt(until).orElse(null);
    int seen = count(Presence.STAFFED);
    return new StaffedSpan(until, to, presence(period, seen), seen, period);
  }

  private Presence presence(@Nullable WorkingPeriod period, int seen) {
    if (period == null) {
      return Presence.EXEMPT;
    }
    int needed = rules.window().minOnPost();
    if (seen >= needed) {
      return Presence.STAFFED;
    }
    return seen + count(Presence.UNKNOWN) >= needed ? Presence.UNKNOWN : Presence.EMPTY;
  }

  private int count(Presence presence) {
    return (int) posts.stream().filter(post -> post.presence() == presence).count();
  }

  private void note(StaffedSpan span) {
    WindowPresence before = latest;
    boolean same = before != null && before.presence() == span.presence();
    Instant since = before != null && same ? before.since() : span.from();
    boolean changed = before == null || !same || before.seen() != span.seen();
    String windowId = rules.window().id();
    if (changed) {
      changes.add(new WindowPresence(windowId, span.from(), span.presence(), span.seen(), since));
    }
    latest = new WindowPresence(windowId, span.to(), span.presence(), span.seen(), since);
  }

  private void judge(StaffedSpan span) {
    ShortageStep ofWindow = rules.vacancy().apply(vacancy, span);
    vacancy = ofWindow.shortage();
    incidents.addAll(ofWindow.incidents());
    posts.replaceAll(post -> judge(post, span));
  }

  private PostState judge(PostState post, StaffedSpan span) {
    VacancyRule rule = rules.unattended().get(post.postId());
    if (rule == null) {
      return post;
    }
    ShortageStep step = rule.apply(post.unattended(), span.with(unattended(post, span)));
    incidents.addAll(step.incidents());
    return post.withUnattended(step.shortage());
  }

  /** A post counts as unattended while it is empty and the window covered all the same. */
  private static Presence unattended(PostState post, StaffedSpan span) {
    if (span.presence() == Presence.EXEMPT) {
      return Presence.EXEMPT;
    }
    if (span.presence() == Presence.EMPTY || post.presence() == Presence.STAFFED) {
      return Presence.STAFFED;
    }
    return span.presence() == Presence.UNKNOWN ? Presence.UNKNOWN : post.presence();
  }

  private void count(StaffedSpan span) {
    MinuteStep step = accumulator.add(minute, span);
    minute = step.tally();
    for (OccupancyMinute complete : step.minutes()) {
      minutes.add(complete.withPhoneSeconds(phones.millisIn(complete.minute()) / 1000.0));
    }
  }
}
