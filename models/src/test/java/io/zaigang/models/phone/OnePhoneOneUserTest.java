package io.zaigang.models.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnePhoneOneUserTest {

  private static final Box HERE = new Box(100, 100, 40, 30);
  private static final Box NEARLY_HERE = new Box(105, 102, 40, 30);
  private static final Box THERE = new Box(400, 100, 40, 30);

  @Test
  void givesAPhoneInReachOfTwoToTheSurerSight() {
    List<PhoneSight> settled =
        OnePhoneOneUser.settle(List.of(sight(0.86, HERE), sight(0.87, NEARLY_HERE)));

    assertThat(settled.get(0).score()).isEqualTo(0.5);
    assertThat(settled.get(0).inUse()).isFalse();
    assertThat(settled.get(0).phone()).isNull();
    assertThat(settled.get(1)).isEqualTo(sight(0.87, NEARLY_HERE));
  }

  @Test
  void leavesTwoPhonesToTwoPeople() {
    List<PhoneSight> sights = List.of(sight(0.86, HERE), sight(0.9, THERE));

    assertThat(OnePhoneOneUser.settle(sights)).isEqualTo(sights);
  }

  @Test
  void neverRaisesALowScore() {
    List<PhoneSight> sights = List.of(sight(0.1, HERE), sight(0.9, HERE));

    assertThat(OnePhoneOneUser.settle(sights)).isEqualTo(sights);
  }

  @Test
  void givesEqualSightsToTheFirst() {
    List<PhoneSight> settled = OnePhoneOneUser.settle(List.of(sight(0.9, HERE), sight(0.9, HERE)));

    assertThat(settled.get(0).score()).isEqualTo(0.9);
    assertThat(settled.get(1).score()).isEqualTo(0.5);
  }

  private static PhoneSight sight(double score, Box phone) {
    return new PhoneSight(score, score >= 0.85, phone, Place.HAND, List.of(0.0));
  }
}
