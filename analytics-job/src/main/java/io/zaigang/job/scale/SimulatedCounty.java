package io.zaigang.job.scale;

import io.zaigang.domain.gathering.GatheringSample;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.PostReading;
import io.zaigang.domain.window.WindowObservation;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * So many cameras, each over a window with three posts; every tenth sees a staff area as well.
 * People stay and leave, use phones and gather by rhythms of their own: what is seen is a function
 * of camera and time alone.
 *
 * @param start of the media time
 */
public record SimulatedCounty(int cameras, Instant start) implements Serializable {

  /** Time between two samples of a camera. */
  public static final Duration STEP = Duration.ofSeconds(2);

  private static final int POSTS = 3;
  private static final int CAMERAS_AN_AREA = 10;
  private static final double SOMEONE = 0.98;
  private static final double NOBODY = 0.01;
  private static final int LOOK_STEPS = 3;

  /** The county as one site plan. */
  public SitePlan plan() {
    String yaml =
        """
        hall: { id: county, name: county, timeZone: Asia/Shanghai }
        calendar:
          workdays: [MON, TUE, WED, THU, FRI, SAT, SUN]
          seasons: [{ name: all, from: "01-01", to: "12-31", hours: ["00:00-24:00"] }]
        rules:
          vacancy: { grace: PT1M, absentAfter: PT20S, presentAfter: PT4S }
        cameras:
        %s
        windows:
        %s
        areas:
        %s
        """
            .formatted(
                lines(1, SimulatedCounty::camera),
                lines(1, SimulatedCounty::window),
                lines(CAMERAS_AN_AREA, SimulatedCounty::area));
    try {
      return SitePlanFile.parse(yaml, "simulated county");
    } catch (SitePlanException e) {
      throw new IllegalStateException(String.valueOf(e.problems()), e);
    }
  }

  /** What a camera says of its window at a step. */
  public WindowObservation observation(int camera, long step) {
    List<PostReading> readings = new ArrayList<>(POSTS);
    List<PhoneLook> looks = new ArrayList<>(1);
    for (int post = 0; post < POSTS; post++) {
      boolean someone = someoneAt(camera, post, step);
      readings.add(new PostReading(postId(camera, post), someone ? SOMEONE : NOBODY));
      if (someone && post == 0 && step % LOOK_STEPS == 0) {
        looks.add(new PhoneLook(post, postId(camera, post), onThePhone(camera, step) ? 0.9 : 0.1));
      }
    }
    return new WindowObservation(
        windowId(camera), cameraId(camera), at(step), null, readings, looks);
  }

  /** What a camera says of its staff area, if it sees one. */
  public List<GatheringSample> gatherings(int camera, long step) {
    return camera % CAMERAS_AN_AREA != 0
        ? List.of()
        : List.of(
            new GatheringSample(
                "area-" + camera, at(step), onThePhone(camera + 1, step) ? POSTS : 1));
  }

  private Instant at(long step) {
    return start.plus(STEP.multipliedBy(step));
  }

  /** At a post eight minutes of ten; all posts of a window away for a while now and then. */
  private static boolean someoneAt(int camera, int post, long step) {
    long shifted = step + 37L * camera;
    boolean allAway = Math.floorMod(shifted, 1800) < 60;
    return !allAway && Math.floorMod(shifted + 101L * post, 300) >= 60;
  }

  private static boolean onThePhone(int camera, long step) {
    return Math.floorMod(step + 53L * camera, 900) < 120;
  }

  private String lines(int every, Line line) {
    return IntStream.range(0, cameras)
        .filter(camera -> camera % every == 0)
        .mapToObj(line::of)
        .collect(Collectors.joining("\n"));
  }

  private static String camera(int camera) {
    return "  - { id: %1$s, name: c, url: \"rtsp://192.0.2.1/%1$s\", analysisFps: 0.5 }"
        .formatted(cameraId(camera));
  }

  private static String window(int camera) {
    String posts =
        IntStream.range(0, POSTS)
            .mapToObj(
                post ->
                    "{ id: %s, name: p, zones: [{ camera: %s, polygon: [[0,0],[1,0],[1,1]] }] }"
                        .formatted(postId(camera, post), cameraId(camera)))
            .collect(Collectors.joining(", "));
    return "  - { id: %s, name: w, unit: u, kind: COUNTER, minOnPost: 1, posts: [%s] }"
        .formatted(windowId(camera), posts);
  }

  private static String area(int camera) {
    return "  - { id: area-%d, name: a, kind: STAFF_AREA, camera: %s, polygon: [[0,0],[1,0],[1,1]] }"
        .formatted(camera, cameraId(camera));
  }

  private static String cameraId(int camera) {
    return "cam-" + camera;
  }

  private static String windowId(int camera) {
    return "w-" + camera;
  }

  private static String postId(int camera, int post) {
    return "w-" + camera + "-" + post;
  }

  /** A line of the plan. */
  @FunctionalInterface
  private interface Line {
    String of(int camera);
  }
}
