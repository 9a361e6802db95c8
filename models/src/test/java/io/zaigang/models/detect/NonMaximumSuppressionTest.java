package io.zaigang.models.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {

  private static final Candidate BEST = new Candidate(0, 0, 0, 100, 100, 0.9);
  private static final Candidate OVERLAPPING = new Candidate(0, 10, 0, 110, 100, 0.8);
  private static final Candidate OTHER_CLASS = new Candidate(67, 10, 0, 110, 100, 0.7);
  private static final Candidate APART = new Candidate(0, 300, 0, 400, 100, 0.6);

  @Test
  void keepsTheBestOfOverlappingBoxesOfOneClassBestFirst() {
    assertThat(NonMaximumSuppression.keep(List.of(APART, OTHER_CLASS, OVERLAPPING, BEST), 0.6, 100))
        .containsExactly(BEST, OTHER_CLASS, APART);
  }

  @Test
  void keepsBoxesThatOverlapNoMoreThanAllowed() {
    assertThat(NonMaximumSuppression.keep(List.of(OVERLAPPING, BEST), 0.9, 100))
        .containsExactly(BEST, OVERLAPPING);
  }

  @Test
  void keepsNoMoreThanAskedFor() {
    List<Candidate> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(new Candidate(0, 200 * i, 0, 200 * i + 100, 100, 0.5 + 0.01 * i));
    }

    assertThat(NonMaximumSuppression.keep(many, 0.6, 5)).hasSize(5).contains(many.get(19));
  }

  @Test
  void keepsNothingOfNothing() {
    assertThat(NonMaximumSuppression.keep(List.of(), 0.6, 100)).isEmpty();
  }
}
