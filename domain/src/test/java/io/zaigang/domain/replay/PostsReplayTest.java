package io.zaigang.domain.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
import io.zaigang.domain.presence.Presence;
import io.zaigang.domain.replay.PostsReplay.Stretch;
import io.zaigang.domain.site.CalendarSettings;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.Hall;
import io.zaigang.domain.site.Post;
import io.zaigang.domain.site.RuleOverrides;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.ServiceWindow;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.WindowKind;
import io.zaigang.domain.site.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PostsReplayTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final int LENGTH = 300;
  private static final Polygon ANYWHERE =
      new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1)));
  private static final List<Post> POSTS =
      List.of(
          new Post("a", "A岗", List.of(new Zone("one", ANYWHERE), new Zone("two", ANYWHERE))),
          new Post("b", "B岗", List.of(new Zone("one", ANYWHERE))));
  private static final ServiceWindow WINDOW =
      new ServiceWindow("w", "窗口", "局", WindowKind.COUNTER, 1, POSTS, RuleOverrides.NONE);
  private static final SitePlan PLAN =
      new SitePlan(
          new Hall("hall", "大厅", ZoneId.of("Asia/Shanghai")),
          new CalendarSettings(Set.of(), List.of(), List.of(), Set.of()),
          RuleSettings.DEFAULT,
          List.of(
              new Camera("one", "one", "rtsp://192.0.2.1/1", 0.5),
              new Camera("two", "two", "rtsp://192.0.2.1/2", 0.5)),
          List.of(WINDOW),
          List.of());

  private final PostsReplay both =
      new PostsReplay(PLAN, WINDOW, POSTS, START, START.plusSeconds(LENGTH));

  private static FrameDetections frame(String camera, int second, String post, boolean someone) {
    PostEvidence evidence =
        new PostEvidence(post, Map.of("ssd", someone ? 0.9 : 0.01), someone ? 0.99 : 0.01);
    return new FrameDetections(
        camera, START.plusSeconds(second), 640, 360, null, List.of(), List.of(evidence));
  }

  private static void look(PostsReplay replay, String post, IntPredicate someone) {
    for (int second = 0; second < LENGTH; second += 2) {
      replay.take(frame("one", second, post, someone.test(second)));
    }
  }

  private static Stretch stretch(int from, int to, Presence presence) {
    return new Stretch(START.plusSeconds(from), START.plusSeconds(to), presence);
  }

  @Test
  void datesComingAndGoingToTheSinglePicture() {
    PostsReplay replay =
        new PostsReplay(PLAN, WINDOW, POSTS.subList(0, 1), START, START.plusSeconds(LENGTH));
    look(replay, "a", second -> second >= 74 && second < 212);

    assertThat(replay.finish())
        .containsExactly(
            stretch(0, 74, Presence.EMPTY),
            stretch(74, 210, Presence.STAFFED),
            stretch(210, LENGTH, Presence.EMPTY));
    assertThat(replay.frames()).isEqualTo(LENGTH / 2);
  }

  @Test
  void oneCameraThatSeesSomebodyIsEnoughThoughBothSpeakAtOnce() {
    PostsReplay replay =
        new PostsReplay(PLAN, WINDOW, POSTS.subList(0, 1), START, START.plusSeconds(LENGTH));
    for (int second = 0; second < LENGTH; second += 2) {
      replay.take(frame("one", second, "a", false));
      replay.take(frame("two", second, "a", true));
    }

    assertThat(replay.finish()).containsExactly(stretch(0, LENGTH, Presence.STAFFED));
  }

  @Test
  void nobodyIsSaidToBeAwayFromPostsOfWhichOneWasNotSeen() {
    look(both, "a", second -> false);

    assertThat(both.finish()).containsExactly(stretch(0, LENGTH, Presence.UNKNOWN));
  }

  @Test
  void isBlindWhereNoPictureCanBeUsed() {
    PostsReplay replay =
        new PostsReplay(PLAN, WINDOW, POSTS.subList(0, 1), START, START.plusSeconds(LENGTH));
    for (int second = 0; second < LENGTH; second += 2) {
      boolean dark = second >= 100 && second < 200;
      replay.take(
          dark
              ? new FrameDetections(
                  "one", START.plusSeconds(second), 640, 360, BlindCause.DARK, List.of(), List.of())
              : frame("one", second, "a", true));
    }

    assertThat(replay.finish())
        .containsExactly(
            stretch(0, 100, Presence.STAFFED),
            stretch(100, 200, Presence.UNKNOWN),
            stretch(200, LENGTH, Presence.STAFFED));
  }
}
