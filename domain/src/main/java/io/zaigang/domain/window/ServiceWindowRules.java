package io.zaigang.domain.window;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.phone.PhoneUseRule;
import io.zaigang.domain.presence.PostPresence;
import io.zaigang.domain.presence.PresenceThresholds;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.vacancy.Shortage;
import io.zaigang.domain.vacancy.VacancyRule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The presence, vacancy, phone and occupancy rules for one service window, as one pure state
 * machine.
 *
 * <p>Feed it with {@link #observe}, in any order, and move time with {@link #advance}; whatever the
 * order within a watermark, the duplicates, the number of steps or the place of a restart, the same
 * observations give the same results. Presence is dated back, so results come out once they are
 * settled: minutes and closed incidents lag by the debounce times or {@code blindAfter}; a vacancy
 * is told as soon as the watermark reaches its confirmation, unless it is in doubt just then.
 *
 * <p>An instance holds settings only and may be replaced while its window goes on, when the site
 * plan changes: posts keep their state by id, new ones begin unseen.
 */
public final class ServiceWindowRules {

  private final ServiceWindow window;
  private final Duration blindAfter;
  private final PostPresence postPresence;
  private final VacancyRule vacancyRule;
  private final Map<String, VacancyRule> unattendedRules = new HashMap<>();
  private final PhoneUseRule phoneUseRule;
  private final DueWork dueWork;
  private final WindowWalk.Rules walkRules;

  public ServiceWindowRules(SitePlan plan, ServiceWindow window) {
    this(plan, window, PresenceThresholds.DEFAULT);
  }

  /** With other thresholds between seen and not seen. */
  public ServiceWindowRules(SitePlan plan, ServiceWindow window, PresenceThresholds thresholds) {
    RuleSettings rules = plan.rulesFor(window);
    this.window = window;
    blindAfter = rules.blindAfter();
    WorkingCalendar calendar = WorkingCalendar.of(plan, window);
    Map<String, Duration> samplingIntervals = new HashMap<>();
    Set<String> seenBy = window.cameraIds();
    for (Camera camera : plan.cameras()) {
      if (seenBy.contains(camera.id())) {
        samplingIntervals.put(camera.id(), camera.samplingInterval());
      }
    }
    Duration grace = rules.vacancy().grace();
    vacancyRule = VacancyRule.ofWindow(window, grace);
    for (Post post : window.posts()) {
      unattendedRules.put(post.id(), VacancyRule.ofPost(window, post, grace));
    }
    postPresence = new PostPresence(rules, thresholds);
    phoneUseRule = new PhoneUseRule(window, rules.phoneUse(), rules.blindAfter());
    dueWork = new DueWork(window, calendar, samplingIntervals, postPresence, phoneUseRule);
    walkRules = new WindowWalk.Rules(window, calendar, vacancyRule, unattendedRules);
  }

  /**
   * Takes one observation; what it leads to comes out of {@link #advance}. One at or before the
   * last watermark, or taken before, changes nothing: the very same state comes back, to be counted
   * by whoever wants to know.
   */
  public WindowState observe(WindowState state, WindowObservation observation) {
    Instant watermark = state.watermark();
    if (watermark != null && !observation.at().isAfter(watermark)) {
      return state;
    }
    int place = Collections.binarySearch(state.pending(), observation, WindowObservation.ORDER);
    if (place >= 0) {
      return state;
    }
    List<WindowObservation> pending = new ArrayList<>(state.pending());
    pending.add(-place - 1, observation);
    return new WindowState(watermark, pending, state.settled(), state.phones(), state.blind());
  }

  /**
   * Works off everything up to and including {@code watermark}: nothing so early will follow. A
   * watermark not after the last one gives nothing.
   */
  public WindowStep advance(WindowState state, Instant watermark) {
    Instant now = watermark.truncatedTo(ChronoUnit.MILLIS);
    if (state.watermark() != null && !now.isAfter(state.watermark())) {
      return new WindowStep(state, List.of(), List.of(), List.of());
    }
    DueWork.Done done = dueWork.upTo(state, now);
    if (done.settled() == null) {
      WindowState waiting = new WindowState(now, done.later(), null, done.phones(), done.blind());
      return new WindowStep(waiting, List.of(), List.of(), List.of());
    }
    List<PostState> posts = new ArrayList<>();
    Instant until = now;
    for (PostState post : done.settled().posts()) {
      PostState next = post.after(postPresence.advance(post.looks(), now));
      Instant postUntil = postPresence.settledUntil(next.looks(), now);
      until = postUntil.isBefore(until) ? postUntil : until;
      posts.add(next);
    }
    WindowWalk walk =
        new WindowWalk(walkRules, done.settled().withPosts(posts), done.phones(), done.told());
    walk.to(until);
    return walk.step(now, done);
  }

  /**
   * The footage ends here: settles what {@link #advance} would still wait for, gives the last
   * minute with its rest blind, and leaves open incidents open. Call it instead of advancing past
   * the end.
   */
  public WindowStep finish(WindowState state, Instant end) {
    Instant now = end.truncatedTo(ChronoUnit.MILLIS);
    DueWork.Done done = dueWork.upTo(state, now);
    if (done.settled() == null) {
      return new WindowStep(state, List.of(), List.of(), List.of());
    }
    List<PostState> posts = new ArrayList<>();
    for (PostState post : done.settled().posts()) {
      posts.add(post.after(postPresence.finish(post.looks(), now)));
    }
    WindowWalk walk =
        new WindowWalk(walkRules, done.settled().withPosts(posts), done.phones(), done.told());
    walk.to(now);
    walk.completeMinute();
    return walk.step(now, done);
  }

  /**
   * When {@link #advance} should be called next even if nothing is observed meanwhile; later than
   * the last watermark. Empty before the first observation. As there is always a next minute, a
   * bounded run stops asking at its end and calls {@link #finish}.
   */
  public Optional<Instant> nextTimer(WindowState state) {
    Stream<Instant> pending = state.pending().stream().limit(1).map(WindowObservation::at);
    SettledWindow settled = state.settled();
    Instant watermark = state.watermark();
    if (settled == null || watermark == null) {
      return pending.findFirst();
    }
    Stream<Instant> blind =
        settled.posts().stream().flatMap(post -> postPresence.goesBlindAt(post.looks()).stream());
    Instant nextMinute = watermark.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return Stream.of(
            pending,
            blind,
            confirmations(settled),
            phoneUseRule.nextTimer(state.phones()).stream(),
            Stream.of(nextMinute))
        .flatMap(instants -> instants)
        .filter(instant -> instant.isAfter(watermark))
        .min(Comparator.naturalOrder());
  }

  /** The latest settled presence; empty before any time has settled. */
  public Optional<WindowPresence> presence(WindowState state) {
    return Optional.ofNullable(state.settled()).map(SettledWindow::latest);
  }

  /**
   * Why a window of which nothing is known cannot be seen, as of the last watermark: what its
   * cameras last showed, the first in plan order that says; nothing recorded if none does.
   */
  public BlindCause blindCause(WindowState state) {
    Instant watermark = state.watermark();
    Instant heardSince = watermark == null ? Instant.MIN : watermark.minus(blindAfter);
    return window.cameraIds().stream()
        .flatMap(id -> state.blind().stream().filter(blind -> blind.cameraId().equals(id)))
        .filter(blind -> !blind.at().isBefore(heardSince))
        .map(CameraBlindness::cause)
        .findFirst()
        .orElse(BlindCause.NO_FOOTAGE);
  }

  private Stream<Instant> confirmations(SettledWindow settled) {
    List<Instant> instants = new ArrayList<>();
    Shortage vacancy = settled.vacancy();
    if (vacancy != null) {
      vacancyRule.confirmsAt(vacancy, settled.until()).ifPresent(instants::add);
    }
    for (PostState post : settled.posts()) {
      VacancyRule rule = unattendedRules.get(post.postId());
      Shortage unattended = post.unattended();
      if (rule != null && unattended != null) {
        rule.confirmsAt(unattended, settled.until()).ifPresent(instants::add);
      }
    }
    return instants.stream();
  }
}
