package io.zaigang.models.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaigang.domain.geometry.Box;
import org.junit.jupiter.api.Test;

class BodyTest {

  private final Body body = new Body(StickFigure.BOX, StickFigure.POSE);

  @Test
  void looksBeyondTheWristWhereAHeldPhoneIs() {
    assertThat(body.rightHand().x()).isCloseTo(180 + 0.3 * 60, within(1e-9));
    assertThat(body.rightHand().y()).isCloseTo(230 - 0.3 * 30, within(1e-9));
  }

  @Test
  void placesAPhoneAtTheHandTheFaceOrInTheLap() {
    assertThat(place(198, 221)).isEqualTo(Place.HAND);
    assertThat(place(185, 135)).isEqualTo(Place.FACE);
    assertThat(place(180, 420)).isEqualTo(Place.LAP);
  }

  @Test
  void leavesAPhoneOnTheDeskOutOfReach() {
    assertThat(place(20, 420)).isEqualTo(Place.AWAY);
    assertThat(place(400, 230)).isEqualTo(Place.AWAY);
  }

  @Test
  void aimsSquaresAtHandsFaceAndBody() {
    Box hand = body.square(new AimedView(Aim.RIGHT_HAND, 0.25, Eye.DETECTOR));
    Box whole = body.square(new AimedView(Aim.WHOLE_BODY, 1.1, Eye.DETECTOR));
    Box upper = body.square(new AimedView(Aim.UPPER_BODY, 1, Eye.DETECTOR));

    assertThat(hand).isEqualTo(new Box(198 - 50, 221 - 50, 100, 100));
    assertThat(whole.width()).isCloseTo(440, within(1e-9));
    assertThat(whole.centerY()).isCloseTo(300, within(1e-9));
    assertThat(upper.width()).isCloseTo(240, within(1e-9));
    assertThat(upper.y()).isCloseTo(88, within(1e-9));
  }

  @Test
  void takesABoxThatIsNotUprightForHalfAPerson() {
    assertThat(BodyScale.of(new Box(0, 0, 100, 200))).isEqualTo(200);
    assertThat(BodyScale.of(new Box(0, 0, 200, 200))).isEqualTo(320);
    assertThat(BodyScale.of(new Box(0, 0, 200, 100))).isEqualTo(200);
  }

  private Place place(double x, double y) {
    return body.placeOf(new Box(x - 10, y - 10, 20, 20), 0.25);
  }
}
