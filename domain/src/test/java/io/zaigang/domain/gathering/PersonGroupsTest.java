package io.zaigang.domain.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonGroupsTest {

  private static Box person(double x, double height) {
    return new Box(x, 100, 40, height);
  }

  @Test
  void linksPeopleThroughOthers() {
    // gaps of 60 px between boxes 100 px high; the outer two are 160 px apart
    List<Box> row = List.of(person(0, 100), person(100, 100), person(200, 100));

    assertThat(PersonGroups.largest(row, 1.0)).isEqualTo(3);
    assertThat(PersonGroups.largest(row, 0.5)).isEqualTo(1);
  }

  @Test
  void measuresGapsInBoxHeights() {
    List<Box> near = List.of(person(0, 200), person(190, 200));
    List<Box> far = List.of(person(0, 50), person(190, 50));

    assertThat(PersonGroups.largest(near, 1.0)).isEqualTo(2);
    assertThat(PersonGroups.largest(far, 1.0)).isEqualTo(1);
  }

  @Test
  void tellsTwoGroupsApart() {
    List<Box> persons =
        List.of(
            person(0, 100), person(1000, 100), person(50, 100), person(1050, 100), person(90, 100));

    assertThat(PersonGroups.largest(persons, 1.0)).isEqualTo(3);
  }

  @Test
  void leavesOutWhoIsJustOutOfReach() {
    assertThat(PersonGroups.largest(List.of(person(0, 100), person(140, 100)), 1.0)).isEqualTo(1);
    assertThat(PersonGroups.largest(List.of(person(0, 100), person(139, 100)), 1.0)).isEqualTo(2);
    assertThat(PersonGroups.largest(List.of(), 1.0)).isZero();
  }
}
