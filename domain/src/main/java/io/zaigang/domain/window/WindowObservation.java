package io.zaigang.domain.window;

import io.zaigang.domain.assignment.PostAssignment;
import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.tracking.Track;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one sampled picture of one camera says about one service window.
 *
 * @param at media time, cut to milliseconds
 * @param blind why the picture could not be used; null when it could
 * @param readings the window's posts that this camera sees; none when the picture was not usable
 * @param looks the second looks at people at those posts, one a person at most
 */
public record WindowObservation(
    String windowId,
    String cameraId,
    Instant at,
    @Nullable BlindCause blind,
    List<PostReading> readings,
    List<PhoneLook> looks) {

  /** By time; what several cameras saw at the same instant by camera id. */
  public static final Comparator<WindowObservation> ORDER =
      Comparator.comparing(WindowObservation::at).thenComparing(WindowObservation::cameraId);

  public WindowObservation {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    readings = List.copyOf(readings);
    looks = List.copyOf(looks);
    if (blind != null && !(readings.isEmpty() && looks.isEmpty())) {
      throw new IllegalArgumentException(
          "Camera '" + cameraId + "' at " + at + ": a picture that is " + blind + " shows no post");
    }
  }

  /** Without second looks. */
  public WindowObservation(
      String windowId,
      String cameraId,
      Instant at,
      @Nullable BlindCause blind,
      List<PostReading> readings) {
    this(windowId, cameraId, at, blind, readings, List.of());
  }

  /** One observation for every service window that the frame's camera looks at, in plan order. */
  public static List<WindowObservation> of(FrameDetections frame, SitePlan plan) {
    return of(frame, List.of(), plan);
  }

  /**
   * The same with second looks.
   *
   * @param tracks the people of this frame, as {@link io.zaigang.domain.tracking.Tracker} gave
   *     them; looks at people without a track are left out
   */
  public static List<WindowObservation> of(
      FrameDetections frame, List<Track> tracks, SitePlan plan) {
    List<PhoneLook> looks = looks(frame, tracks, plan);
    List<WindowObservation> observations = new ArrayList<>();
    for (ServiceWindow window : plan.windows()) {
      if (window.cameraIds().contains(frame.cameraId())) {
        observations.add(of(frame, looks, window));
      }
    }
    return observations;
  }

  private static List<PhoneLook> looks(FrameDetections frame, List<Track> tracks, SitePlan plan) {
    if (frame.persons().stream().noneMatch(person -> person.phone() != null)) {
      return List.of();
    }
    PostAssignment assignment =
        PostAssignment.forCamera(plan, frame.cameraId(), frame.widthPx(), frame.heightPx());
    List<PhoneLook> looks = new ArrayList<>();
    for (Track track : tracks) {
      PersonDetection person = frame.persons().get(track.person());
      Double probability = person.phone();
      Optional<String> post = assignment.postOf(person.box());
      if (probability != null && post.isPresent()) {
        looks.add(new PhoneLook(track.id(), post.get(), probability));
      }
    }
    return looks;
  }

  private static WindowObservation of(
      FrameDetections frame, List<PhoneLook> allLooks, ServiceWindow window) {
    Set<String> postIds =
        window.posts().stream().map(post -> post.id()).collect(Collectors.toSet());
    List<PostReading> readings = new ArrayList<>();
    List<PhoneLook> looks = new ArrayList<>();
    if (frame.usable()) {
      for (PostEvidence post : frame.posts()) {
        if (postIds.contains(post.postId())) {
          readings.add(PostReading.of(post));
        }
      }
      allLooks.stream().filter(look -> postIds.contains(look.postId())).forEach(looks::add);
    }
    return new WindowObservation(
        window.id(), frame.cameraId(), frame.at(), frame.blind(), readings, looks);
  }
}
