package io.zaigang.domain.replay;

import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.presence.CameraReading;
import io.zaigang.domain.presence.PostPresence;
import io.zaigang.domain.presence.PostPresenceState;
import io.zaigang.domain.presence.PostPresenceStep;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.presence.PresenceChange;
import io.zaigang.domain.presence.PresenceThresholds;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.PostReading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether somebody was at some posts of a window, to the grain of the sampled pictures: the job's
 * own rule for one post ({@link PostPresence}) over frames that were seen before, in time order.
 * Working time plays no part, so nothing is EXEMPT.
 */
public final class PostsReplay {

  private final Instant from;
  private final Instant to;
  private final PostPresence rule;
  private final Map<String, Duration> intervals = new HashMap<>();
  private final Map<String, PostRun> posts = new LinkedHashMap<>();
  private int frames;

  /** One post and how far it is judged. */
  private static final class PostRun {
    private final List<PresenceChange> changes = new ArrayList<>();
    private final List<CameraReading> atOnce = new ArrayList<>();
    private PostPresenceState state = PostPresenceState.INITIAL;
    private Instant at = Instant.MIN;
  }

  /**
   * A stretch through which nothing changed.
   *
   * @param presence STAFFED where somebody was at any of the posts, EMPTY where nobody was at each,
   *     else UNKNOWN
   */
  public record Stretch(Instant from, Instant to, Presence presence) {}

  /**
   * @param posts of that window; one at least
   * @param from frames before are not taken, and what is before the first is UNKNOWN
   * @param to first instant that is not asked about
   */
  public PostsReplay(
      SitePlan plan, ServiceWindow window, List<Post> posts, Instant from, Instant to) {
    this.from = from;
    this.to = to;
    this.rule = new PostPresence(plan.rulesFor(window), PresenceThresholds.DEFAULT);
    for (Camera camera : plan.cameras()) {
      intervals.put(camera.id(), camera.samplingInterval());
    }
    posts.forEach(post -> this.posts.put(post.id(), new PostRun()));
  }

  /** Takes the next frame, not earlier than the one before. */
  public void take(FrameDetections frame) {
    Instant at = frame.at().truncatedTo(ChronoUnit.MILLIS);
    Duration interval = intervals.get(frame.cameraId());
    if (interval == null || at.isBefore(from) || !at.isBefore(to)) {
      return;
    }
    frames++;
    if (!frame.usable()) {
      return; // a camera that gives no usable look goes blind by itself
    }
    for (PostEvidence evidence : frame.posts()) {
      PostRun post = posts.get(evidence.postId());
      if (post != null) {
        if (at.isAfter(post.at)) {
          observe(post);
          post.at = at;
        }
        PostReading reading = PostReading.of(evidence);
        post.atOnce.add(
            new CameraReading(frame.cameraId(), reading.presence(), interval, reading.found()));
      }
    }
  }

  /** How many pictures of the span there were, usable or not. */
  public int frames() {
    return frames;
  }

  /** Ends the span: what there was from begin to end, without a hole. */
  public List<Stretch> finish() {
    for (PostRun post : posts.values()) {
      observe(post);
      keep(post, rule.finish(post.state, to));
    }
    TreeSet<Instant> cuts = new TreeSet<>(List.of(from, to));
    posts.values().forEach(post -> post.changes.forEach(change -> cuts.add(within(change.at()))));
    List<Stretch> stretches = new ArrayList<>();
    Instant begin = cuts.pollFirst();
    while (begin != null && !cuts.isEmpty()) {
      Instant end = cuts.pollFirst();
      add(stretches, new Stretch(begin, end, at(begin)));
      begin = end;
    }
    return stretches;
  }

  private void observe(PostRun post) {
    if (!post.atOnce.isEmpty()) {
      keep(post, rule.observe(post.state, post.at, post.atOnce));
      post.atOnce.clear();
    }
  }

  private static void keep(PostRun post, PostPresenceStep step) {
    post.state = step.state();
    post.changes.addAll(step.changes());
  }

  private Instant within(Instant at) {
    if (at.isBefore(from)) {
      return from;
    }
    return at.isAfter(to) ? to : at;
  }

  private Presence at(Instant moment) {
    List<Presence> all = posts.values().stream().map(post -> at(post, moment)).toList();
    if (all.contains(Presence.STAFFED)) {
      return Presence.STAFFED;
    }
    return all.stream().allMatch(Presence.EMPTY::equals) ? Presence.EMPTY : Presence.UNKNOWN;
  }

  private static Presence at(PostRun post, Instant moment) {
    Presence presence = Presence.UNKNOWN;
    for (PresenceChange change : post.changes) {
      if (!change.at().isAfter(moment)) {
        presence = change.presence();
      }
    }
    return presence;
  }

  private static void add(List<Stretch> stretches, Stretch next) {
    int last = stretches.size() - 1;
    if (last >= 0 && stretches.get(last).presence() == next.presence()) {
      Stretch before = stretches.get(last);
      stretches.set(last, new Stretch(before.from(), next.to(), next.presence()));
    } else {
      stretches.add(next);
    }
  }
}
