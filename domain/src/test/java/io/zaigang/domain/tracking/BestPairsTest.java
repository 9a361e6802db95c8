package io.zaigang.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BestPairsTest {

  @Test
  void givesUpTheBestPairOfOneForTheBestOfAll() {
    double[][] cost = {{0.1, 0.2}, {0.15, 0.9}};

    assertThat(BestPairs.of(cost, 1)).containsExactly(1, 0);
  }

  @Test
  void leavesAloneWhoMatchesNothing() {
    double[][] cost = {{1.0, 0.3}, {1.0, 1.0}};

    assertThat(BestPairs.of(cost, 0.8)).containsExactly(1, -1);
    assertThat(BestPairs.of(new double[2][0], 0.8)).containsExactly(-1, -1);
    assertThat(BestPairs.of(new double[0][0], 0.8)).isEmpty();
  }

  @Property(tries = 500)
  void costsNoMoreThanAnyOtherWay(@ForAll long seed) {
    Random random = new Random(seed);
    double[][] cost = new double[random.nextInt(6)][1 + random.nextInt(5)];
    for (double[] row : cost) {
      for (int c = 0; c < row.length; c++) {
        row[c] = random.nextDouble();
      }
    }
    double limit = 0.2 + random.nextDouble();

    int[] pairs = BestPairs.of(cost, limit);

    double total = 0;
    for (int r = 0; r < pairs.length; r++) {
      assertThat(pairs[r] < 0 || cost[r][pairs[r]] < limit).isTrue();
      total += pairs[r] < 0 ? limit : cost[r][pairs[r]];
      for (int other = 0; other < r; other++) {
        assertThat(pairs[r] >= 0 && pairs[r] == pairs[other]).isFalse();
      }
    }
    assertThat(total).isCloseTo(least(cost, limit, 0, 0), within(1e-9));
  }

  private static double least(double[][] cost, double limit, int row, int taken) {
    if (row == cost.length) {
      return 0;
    }
    double best = limit + least(cost, limit, row + 1, taken);
    for (int c = 0; c < cost[row].length; c++) {
      if ((taken & 1 << c) == 0 && cost[row][c] < limit) {
        best = Math.min(best, cost[row][c] + least(cost, limit, row + 1, taken | 1 << c));
      }
    }
    return best;
  }
}
