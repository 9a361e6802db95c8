package io.zaigang.domain.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.detection.BlindCause;
import io.zaigang.domain.detection.FrameDetections;
import io.zaigang.domain.detection.PersonDetection;
import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.phone.PhoneLook;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.tracking.Track;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowObservationTest {

  private static final Instant AT = Instant.parse("2026-03-02T01:00:00.123456Z");

  private final SitePlan plan =
      PlanFixture.plan(
          List.of(PlanFixture.camera("c1", 1), PlanFixture.camera("c2", 1)),
          List.of(PlanFixture.post("a", "c1"), PlanFixture.post("b", "c1")),
          1,
          RuleSettings.DEFAULT);

  private static PersonDetection person(double x, Double phone) {
    Box box = new Box(x, 10, 100, 200);
    return new PersonDetection(box, 0.9, phone, phone == null ? null : phone > 0.5);
  }

  private static FrameDetections frame(String camera, PersonDetection... persons) {
    List<PostEvidence> posts =
        List.of(
            new PostEvidence("a", Map.of(), 0.9),
            new PostEvidence("elsewhere", Map.of(), 0.5),
            new PostEvidence("b", Map.of(), 0.1));
    return new FrameDetections(camera, AT, 1000, 500, null, List.of(persons), posts);
  }

  @Test
  void takesTheReadingsOfItsWindowsPostsToTheMillisecond() {
    assertThat(WindowObservation.of(frame("c1"), plan))
        .containsExactly(
            new WindowObservation(
                PlanFixture.WINDOW,
                "c1",
                Instant.parse("2026-03-02T01:00:00.123Z"),
                null,
                List.of(new PostReading("a", 0.9), new PostReading("b", 0.1))));
  }

  @Test
  void givesNothingForACameraThatSeesNoPost() {
    assertThat(WindowObservation.of(frame("c2"), plan)).isEmpty();
  }

  @Test
  void passesOnWhyAPictureCouldNotBeUsed() {
    FrameDetections dark =
        new FrameDetections("c1", AT, 0, 0, BlindCause.DARK, List.of(), List.of());

    assertThat(WindowObservation.of(dark, plan))
        .extracting(WindowObservation::blind)
        .containsExactly(BlindCause.DARK);
    assertThatThrownBy(
            () ->
                new WindowObservation(
                    "w", "c1", AT, BlindCause.DARK, List.of(new PostReading("a", 1))))
        .hasMessageContaining("shows no post");
  }

  @Test
  void takesLooksAtTrackedPeopleOnPost() {
    // the zone of both posts is the upper right triangle of the picture
    FrameDetections frame =
        frame("c1", person(800, 0.8), person(700, null), person(0, 0.7), person(600, 0.2));

    List<WindowObservation> observations =
        WindowObservation.of(
            frame, List.of(new Track(4, 0), new Track(5, 1), new Track(6, 2)), plan);

    assertThat(observations.get(0).looks()).containsExactly(new PhoneLook(4, "a", 0.8));
  }
}
