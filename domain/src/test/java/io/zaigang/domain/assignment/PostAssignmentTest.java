package io.zaigang.domain.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.geometry.Point;
import io.zaigang.domain.geometry.Polygon;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two zones side by side in a picture of 1000 × 500 px, x 100–300 and 250–450, y 100–400. */
class PostAssignmentTest {

  private final PostAssignment assignment = PostAssignment.forCamera(plan(), "c1", 1000, 500);

  private static SitePlan plan() {
    return new SitePlan(
        new Hall("h", "大厅", ZoneOffset.UTC),
        new CalendarSettings(Set.of(), List.of(), List.of(), Set.of()),
        RuleSettings.DEFAULT,
        List.of(
            new Camera("c1", "c1", "rtsp://192.0.2.1/", 1),
            new Camera("c2", "c2", "rtsp://192.0.2.2/", 1)),
        List.of(
            new ServiceWindow(
                "w",
                "w",
                "u",
                WindowKind.COUNTER,
                1,
                List.of(
                    new Post("a", "A岗", List.of(zone("c1", .1, .3), zone("c2", .8, 1))),
                    new Post("b", "B岗", List.of(zone("c1", .25, .45)))),
                RuleOverrides.NONE)),
        List.of());
  }

  private static Zone zone(String camera, double left, double right) {
    return new Zone(
        camera,
        new Polygon(
            List.of(
                new Point(left, .2),
                new Point(right, .2),
                new Point(right, .8),
                new Point(left, .8))));
  }

  @Test
  void takesThePostThatHoldsMostOfTheUpperHalf() {
    assertThat(assignment.postOf(new Box(150, 150, 80, 200))).contains("a");
    assertThat(assignment.postOf(new Box(240, 150, 80, 200))).contains("b");
    assertThat(assignment.postOf(new Box(340, 150, 80, 200))).contains("b");
  }

  @Test
  void ignoresTheLowerHalf() {
    // behind the counter: only the head and shoulders lie in the zone
    assertThat(assignment.postOf(new Box(150, 250, 80, 250))).contains("a");
    // in front of it: the feet do, and nothing else
    assertThat(assignment.postOf(new Box(150, -150, 80, 300))).isEmpty();
  }

  @Test
  void leavesOutWhoIsNotHalfInside() {
    assertThat(assignment.postOf(new Box(59, 150, 80, 200))).isEmpty();
    assertThat(assignment.postOf(new Box(61, 150, 78, 200))).contains("a");
    assertThat(assignment.postOf(new Box(700, 150, 80, 200))).isEmpty();
  }

  @Test
  void takesTheFirstPostOfThePlanOnEqualShares() {
    assertThat(assignment.postOf(new Box(255, 150, 40, 200))).contains("a");
  }

  @Test
  void knowsOnlyTheZonesOfItsCamera() {
    PostAssignment other = PostAssignment.forCamera(plan(), "c2", 1000, 500);

    assertThat(other.postOf(new Box(150, 150, 80, 200))).isEmpty();
    assertThat(other.postOf(new Box(850, 150, 80, 200))).contains("a");
  }
}
