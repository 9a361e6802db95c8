package io.zaigang.models.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoveNetDecoderTest {

  private static final int SIDE = 8;
  private static final int PLANE = SIDE * SIDE;

  private final float[] heatmap = new float[17 * PLANE];
  private final float[] center = new float[PLANE];
  private final float[] regress = new float[34 * PLANE];
  private final float[] offset = new float[34 * PLANE];
  private final MoveNetDecoder decoder = new MoveNetDecoder(SIDE, SIDE);

  @Test
  void takesTheAnswerNearTheGuessRatherThanAStrongerOneFarAway() {
    center[cell(4, 4)] = 0.9f;
    int wrist = Joint.LEFT_WRIST.ordinal();
    regress[2 * wrist * PLANE + cell(4, 4)] = 2; // two rows down
    regress[(2 * wrist + 1) * PLANE + cell(4, 4)] = -1; // one column left
    heatmap[wrist * PLANE + cell(3, 6)] = 0.5f;
    heatmap[wrist * PLANE + cell(7, 0)] = 0.8f;
    offset[2 * wrist * PLANE + cell(3, 6)] = 0.25f;
    offset[(2 * wrist + 1) * PLANE + cell(3, 6)] = 0.5f;

    MoveNetDecoder.Cell found = decode(4, 4).get(wrist);

    assertThat(found.x()).isCloseTo(3.5, within(1e-6));
    assertThat(found.y()).isCloseTo(6.25, within(1e-6));
    assertThat(found.score()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void prefersThePersonInTheMiddle() {
    center[cell(1, 1)] = 0.9f;
    center[cell(6, 6)] = 0.8f;
    int nose = Joint.NOSE.ordinal();
    for (int[] at : new int[][] {{1, 1}, {6, 6}}) {
      heatmap[nose * PLANE + cell(at[0], at[1])] = 0.6f;
    }

    assertThat(decode(6, 6).get(nose).x()).isEqualTo(6);
    assertThat(decode(1, 1).get(nose).x()).isEqualTo(1);
  }

  private List<MoveNetDecoder.Cell> decode(double middleX, double middleY) {
    return decoder.decode(heatmap, center, regress, offset, middleX, middleY);
  }

  private static int cell(int x, int y) {
    return y * SIDE + x;
  }
}
