package io.zaigang.domain.window;

import io.zaigang.domain.calendar.WorkingCalendar;
import io.zaigang.domain.calendar.WorkingPeriod;
import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.phone.PhoneUseRule;
import io.zaigang.domain.phone.PhoneUseState;
import io.zaigang.domain.phone.PhoneUseStep;
import io.zaigang.domain.presence.CameraReading;
import io.zaigang.domain.presence.PostPresence;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.vacancy.VacancyRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Works off the observations that a watermark has passed, instant by instant: posts take their
 * readings, the phone rule its looks. What several cameras saw at one instant counts as one.
 */
final class DueWork {

  private final ServiceWindow window;
  private final WorkingCalendar calendar;
  private final Map<String, Duration> samplingIntervals;
  private final PostPresence postPresence;
  private final PhoneUseRule phoneUseRule;

  /**
   * @param samplingIntervals by camera id
   */
  DueWork(
      ServiceWindow window,
      WorkingCalendar calendar,
      Map<String, Duration> samplingIntervals,
      PostPresence postPresence,
      PhoneUseRule phoneUseRule) {
    this.window = window;
    this.calendar = calendar;
    this.samplingIntervals = Map.copyOf(samplingIntervals);
    this.postPresence = postPresence;
    this.phoneUseRule = phoneUseRule;
  }

  /**
   * What a watermark leaves.
   *
   * @param settled as before, but its posts have seen everything due; null: time has not begun
   * @param phones with every look due
   * @param told incidents that came about
   * @param blind cameras whose last picture could not be used
   * @param later observations not due yet
   */
  record Done(
      @Nullable SettledWindow settled,
      PhoneUseState phones,
      List<Incident> told,
      List<CameraBlindness> blind,
      List<WindowObservation> later) {}

  Done upTo(WindowState state, Instant now) {
    int count = 0;
    while (count < state.pending().size() && !state.pending().get(count).at().isAfter(now)) {
      count++;
    }
    List<WindowObservation> due = state.pending().subList(0, count);
    List<WindowObservation> later = state.pending().subList(count, state.pending().size());
    SettledWindow settled = state.settled();
    if (settled == null && due.isEmpty()) {
      return new Done(null, state.phones(), List.of(), state.blind(), later);
    }
    if (settled == null) {
      settled = SettledWindow.startingWithMinuteOf(due.get(0).at());
    }
    List<Incident> told = new ArrayList<>();
    List<PostState> posts = postsOfPlan(settled, told);
    PhoneUseState phones = state.phones();
    for (int from = 0, to; from < due.size(); from = to) {
      to = from + 1;
      while (to < due.size() && due.get(to).at().equals(due.get(from).at())) {
        to++;
      }
      List<WindowObservation> atOnce = due.subList(from, to);
      posts.replaceAll(post -> look(post, atOnce));
      phones = lookForPhones(phones, atOnce, told);
    }
    PhoneUseStep lost = phoneUseRule.advance(phones, now);
    told.addAll(lost.incidents());
    return new Done(settled.withPosts(posts), lost.state(), told, blind(state.blind(), due), later);
  }

  private List<CameraBlindness> blind(List<CameraBlindness> before, List<WindowObservation> due) {
    List<CameraBlindness> blind = before;
    for (WindowObservation observation : due) {
      blind = CameraBlindness.after(blind, observation, window.cameraIds());
    }
    return blind;
  }

  private List<PostState> postsOfPlan(SettledWindow settled, List<Incident> told) {
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
            .ifPresent(told::add);
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
    return state.after(postPresence.observe(state.looks(), atOnce.get(0).at(), readings));
  }

  private PhoneUseState lookForPhones(
      PhoneUseState phones, List<WindowObservation> atOnce, List<Incident> told) {
    PhoneUseState next = phones;
    for (WindowObservation observation : atOnce) {
      if (!observation.looks().isEmpty()) {
        WorkingPeriod period = calendar.periodAt(observation.at()).orElse(null);
        PhoneUseStep step =
            phoneUseRule.observe(
                next, observation.at(), observation.cameraId(), observation.looks(), period);
        told.addAll(step.incidents());
        next = step.state();
      }
    }
    return next;
  }
}
