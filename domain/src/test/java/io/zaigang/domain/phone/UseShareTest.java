package io.zaigang.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UseShareTest {

  @Test
  void isThePlainShareWhenLooksAreCertain() {
    List<Double> looks = new ArrayList<>(Collections.nCopies(18, 1.0));
    looks.addAll(Collections.nCopies(6, 0.0));

    assertThat(UseShare.mostLikely(looks)).isCloseTo(0.75, within(0.03));
  }

  @Test
  void isZeroWithoutLooksOrWhenLooksSayNothing() {
    assertThat(UseShare.mostLikely(List.of())).isZero();
    assertThat(UseShare.mostLikely(Collections.nCopies(24, 0.5))).isZero();
  }

  /** Four in five of these looks go off in use, three in ten out of use: as weak as ours. */
  @Test
  void allowsForFalseAndMissedLooks() {
    Random random = new Random(7);

    assertThat(meanShare(1.0, random)).isGreaterThan(0.85);
    assertThat(meanShare(0.6, random)).isCloseTo(0.6, within(0.1));
    assertThat(meanShare(0.0, random)).isLessThan(0.15);
  }

  private static double meanShare(double use, Random random) {
    double sum = 0;
    int windows = 200;
    for (int w = 0; w < windows; w++) {
      List<Double> looks = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        boolean fires = random.nextDouble() < (random.nextDouble() < use ? 0.8 : 0.3);
        double ratio = fires ? 0.8 / 0.3 : 0.2 / 0.7;
        looks.add(ratio / (1 + ratio));
      }
      sum += UseShare.mostLikely(looks);
    }
    return sum / windows;
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> UseShare.mostLikely(List.of(1.2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.2");
    assertThatThrownBy(() -> UseShare.mostLikely(List.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void neverFallsWhenALookBecomesMoreSuspicious(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> looks,
      @ForAll @IntRange(max = 29) int index,
      @ForAll @DoubleRange(min = 0, max = 1) double raised) {
    int at = index % looks.size();
    List<Double> more = new ArrayList<>(looks);
    more.set(at, Math.max(raised, looks.get(at)));

    assertThat(UseShare.mostLikely(more)).isGreaterThanOrEqualTo(UseShare.mostLikely(looks));
  }

  @Property
  void doesNotDependOnTheOrderOfLooks(
      @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> looks) {
    List<Double> reversed = new ArrayList<>(looks);
    Collections.reverse(reversed);

    assertThat(UseShare.mostLikely(reversed)).isCloseTo(UseShare.mostLikely(looks), within(1e-5));
  }
}
