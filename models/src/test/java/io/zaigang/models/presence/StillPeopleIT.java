package io.zaigang.models.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Box;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.presence.PresenceThresholds;
import io.zaigang.domain.presence.Sight;
import io.zaigang.models.Testdata;
import io.zaigang.models.registry.ModelRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * People who sit motionless for minutes, and things that look like people: films composed from
 * photographs, at the hall's own rate of one look in two seconds.
 */
class StillPeopleIT {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** As long as someone motionless is believed, but for the time it takes to be still. */
  private static final int MINUTES =
      (int) PresenceFilterSettings.DEFAULT.stillHold().minusSeconds(30).toSeconds();

  private final PresenceThresholds thresholds = PresenceThresholds.DEFAULT;
  private final PostWatch networks =
      PostWatch.open(ModelRegistry.load(Testdata.weights()), PostWatchSettings.DEFAULT);
  private Instant now = Instant.parse("2026-03-02T00:30:00Z");

  @AfterEach
  void close() {
    networks.close();
  }

  @Test
  void believesSomeoneWhoSitsMotionlessForMinutes() throws Exception {
    Box person = new Box(359, 0, 573, 296);
    Path file = Testdata.path("images/desk_phone_lying/20230115_123135.jpg");
    try (FilmedPicture film = new FilmedPicture(file);
        CameraWatch camera = networks.camera(List.of(zone(film, person)))) {
      look(camera, 20, () -> film.moving(person));
      List<Sight> sights = look(camera, MINUTES, film::still);

      assertThat(sights).hasSizeGreaterThan(120).containsOnly(Sight.SEEN);
      assertThat(look(camera, 10, () -> film.moving(person))).containsOnly(Sight.SEEN);
    }
  }

  @Test
  void accusesNobodyWhoSitsMotionlessFromTheVeryStart() throws Exception {
    Box person = new Box(327, 0, 647, 394);
    Path file = Testdata.path("images/desk_phone_lying/20230115_122747.jpg");
    try (FilmedPicture film = new FilmedPicture(file);
        CameraWatch camera = networks.camera(List.of(zone(film, person)))) {
      assertThat(look(camera, 120, film::still)).doesNotContain(Sight.NOT_SEEN);
      assertThat(look(camera, 10, () -> film.moving(person))).contains(Sight.SEEN);
    }
  }

  /** Furniture and the like that SSDLite takes for a person at .57, NanoDet at .48. */
  @Test
  void neverTakesAThingForAPersonAndKnowsItInTheEnd() throws Exception {
    Box thing = new Box(26, 197, 210, 282);
    Path file = Testdata.path("images/coco128_train2017/000000000208.jpg");
    try (FilmedPicture film = new FilmedPicture(file);
        CameraWatch camera = networks.camera(List.of(zone(film, thing)))) {
      int afterTheHold = MINUTES + 60;
      List<Sight> sights = look(camera, afterTheHold, film::still);

      assertThat(sights).doesNotContain(Sight.SEEN);
      assertThat(sights.get(sights.size() - 1)).isEqualTo(Sight.NOT_SEEN);
    }
  }

  /** Looks for so many seconds; gives what each look came to. */
  private List<Sight> look(CameraWatch camera, int seconds, Supplier<BgrPicture> film) {
    List<Sight> sights = new ArrayList<>();
    Instant end = now.plusSeconds(seconds);
    for (; now.isBefore(end); now = now.plus(INTERVAL)) {
      CameraLook look = camera.look(now, film.get());
      assertThat(look.blind()).as("at %s", now).isNull();
      sights.add(thresholds.sightOf(look.posts().get(0).presence()));
    }
    return sights;
  }

  private static WatchedZone zone(FilmedPicture film, Box box) {
    double width = film.widthPx();
    double height = film.heightPx();
    return new WatchedZone(
        "post",
        MotionMeterTest.rectangle(
            box.x() / width, box.y() / height, box.right() / width, box.bottom() / height));
  }
}
