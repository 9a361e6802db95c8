package io.zaigang.domain.window;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.presence.CameraReading;
import io.zaigang.domain.presence.PostPresence;
import io.zaigang.domain.presence.PostPresenceStep;
import io.zaigang.domain.presence.PresenceChange;
import io.zaigang.domain.presence.PresenceThresholds;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The presence, vacancy and occupancy rules for one service window, as one pure state machine.
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
  private final Map<String, Duration> samplingIntervals = new HashMap<>();
  private final PostPresence postPresence;
  private final VacancyRule vacancyRule;
  private final Map<String, VacancyRule> unattendedRules = new HashMap<>();
  private final WindowWalk.Rules walkRules;

  public ServiceWindowRules(SitePlan plan, ServiceWindow window) {
    this(plan, window, PresenceThresholds.DEFAULT);
  }

  /** With other thresholds between seen and not seen. */
  public ServiceWindowRules(SitePlan plan, ServiceWindow window, PresenceThresholds thresholds) {
    this.window = window;
    RuleSettings rules = plan.rulesFor(window);
    for (Camera camera : plan.cameras()) {
      samplingIntervals.put(camera.id(), camera.samplingInterval());
    }
    postPresence = new PostPresence(rules, thresholds);
    Duration grace = rules.vacancy().grace();
    vacancyRule = VacancyRule.ofWindow(window, grace);
    for (Post post : window.posts()) {
      unattendedRules.put(post.id(), VacancyRule.ofPost(window, post, grace));
    }
    walkRules =
        new WindowWalk.Rules(
            window,
            new WorkingCalendar(plan.calendar(), plan.hall().timeZone()),
            vacancyRule,
            unattendedRules);
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
    return new WindowState(watermark, pending, state.settled());
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
    Due due = workOff(state, now);
    if (due.settled() == null) {
      return new WindowStep(
          new WindowState(now, due.later(), null), List.of(), List.of(), List.of());
    }
    List<PostState> posts = new ArrayList<>();
    Instant until = now;
    for (PostState post : due.settled().posts()) {
      PostState next = after(post, postPresence.advance(post.looks(), now));
      Instant postUntil = postPresence.settledUntil(next.looks(), now);
      until = postUntil.isBefore(until) ? postUntil : until;
      posts.add(next);
    }
    WindowWalk walk = new WindowWalk(walkRules, due.settled().withPosts(posts), due.abandoned());
    walk.to(until);
    return walk.step(now, due.later());
  }

  /**
   * The footage ends here: settles what {@link #advance} would still wait for, gives the last
   * minute with its rest blind, and leaves open incidents open. Call it instead of advancing past
   * the end.
   */
  public WindowStep finish(WindowState state, Instant end) {
    Instant now = end.truncatedTo(ChronoUnit.MILLIS);
    Due due = workOff(state, now);
    if (due.settled() == null) {
      return new WindowStep(state, List.of(), List.of(), List.of());
    }
    List<PostState> posts = new ArrayList<>();
    for (PostState post : due.settled().posts()) {
      posts.add(after(post, postPresence.finish(post.looks(), now)));
    }
    WindowWalk walk = new WindowWalk(walkRules, due.settled().withPosts(posts), due.abandoned());
    walk.to(now);
    walk.completeMinute();
    return walk.step(now, List.of());
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
    return Stream.of(pending, blind, confirmations(settled), Stream.of(nextMinute))
        .flatMap(instants -> instants)
        .filter(instant -> instant.isAfter(watermark))
        .min(Comparator.naturalOrder());
  }

  /** The latest settled presence; empty before any time has settled. */
  public Optional<WindowPresence> presence(WindowState state) {
    return Optional.ofNullable(state.settled()).map(SettledWindow::latest);
  }

  private Stream<Instant> confirmations(SettledWindow settled) {
    Stream<Instant> ofWindow =
        Optional.ofNullable(settled.vacancy())
            .flatMap(shortage -> vacancyRule.confirmsAt(shortage, settled.until()))
            .stream();
    Stream<Instant> ofPosts =
        settled.posts().stream()
            .filter(post -> post.unattended() != null)
            .flatMap(
                post ->
                    Optional.ofNullable(unattendedRules.get(post.postId()))
                        .flatMap(
                            rule ->
                                rule.confirmsAt(
                                    Objects.requireNonNull(post.unattended()), settled.until()))
                        .stream());
    return Stream.concat(ofWindow, ofPosts);
  }

  /** Feeds the posts with what is pending up to {@code now}, instant by instant. */
  private Due workOff(WindowState state, Instant now) {
    int count = 0;
    while (count < state.pending().size() && !state.pending().get(count).at().isAfter(now)) {
      count++;
    }
    List<WindowObservation> due = state.pending().subList(0, count);
    List<WindowObservation> later = state.pending().subList(count, state.pending().size());
    SettledWindow settled = state.settled();
    if (settled == null && due.isEmpty()) {
      return new Due(null, List.of(), later);
    }
    if (settled == null) {
      settled = SettledWindow.startingWithMinuteOf(due.get(0).at());
    }
    List<Incident> abandoned = new ArrayList<>();
    List<PostState> posts = postsOfPlan(settled, abandoned);
    for (int from = 0, to; from < due.size(); from = to) {
      to = from + 1;
      while (to < due.size() && due.get(to).at().equals(due.get(from).at())) {
        to++;
      }
      List<WindowObservation> atOnce = due.subList(from, to);
      posts.replaceAll(post -> look(post, atOnce));
    }
    return new Due(settled.withPosts(posts), abandoned, later);
  }

  private List<PostState> postsOfPlan(SettledWindow settled, List<Incident> abandoned) {
    Map<String, PostState> known = new HashMap<>();
    settled.posts().forEach(post -> known.put(post.postId(), post));
    List<PostState> posts = new ArrayList<>();
    for (Post post : window.posts()) {
      PostState state = known.remove(post.id());
      posts.add(state == null ? PostState.unseen(post.id()) : state);
    }
    for (PostState gone : settled.posts()) {
      if (known.containsKey(gone.postId()) && gone.unattended() != null) {
        Post post = new Post(gone.postId(), gone.postId(), List.of());
        VacancyRule.ofPost(window, post, Duration.ZERO)
            .abandon(gone.unattended(), settled.until())
            .ifPresent(abandoned::add);
      }
    }
    return posts;
  }

  private PostState look(PostState state, List<WindowObservation> atOnce) {
    List<CameraReading> readings = new ArrayList<>(1);
    for (WindowObservation observation : atOnce) {
      Duration interval = samplingIntervals.get(observation.cameraId());
      for (PostReading reading : observation.readings()) {
        if (interval != null && reading.postId().equals(state.postId())) {
          readings.add(
              new CameraReading(
                  observation.cameraId(), reading.presence(), interval, reading.found()));
        }
      }
    }
    return after(state, postPresence.observe(state.looks(), atOnce.get(0).at(), readings));
  }

  private static PostState after(PostState post, PostPresenceStep step) {
    List<PresenceChange> ahead = post.ahead();
    if (!step.changes().isEmpty()) {
      ahead = new ArrayList<>(ahead);
      ahead.addAll(step.changes());
    }
    return new PostState(post.postId(), step.state(), post.presence(), ahead, post.unattended());
  }

  /** What a watermark leaves: posts that have seen everything due, and what is not due yet. */
  private record Due(
      @Nullable SettledWindow settled, List<Incident> abandoned, List<WindowObservation> later) {}
}
