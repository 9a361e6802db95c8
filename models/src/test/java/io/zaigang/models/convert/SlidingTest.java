package io.zaigang.models.convert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Sizes and pads as TensorFlow's documentation of "SAME" and "VALID" computes them. */
class SlidingTest {

  @ParameterizedTest
  @CsvSource({
    // size, kernel, stride, dilation, before, after, output
    "10, 3, 1, 1, 1, 1, 10",
    "10, 3, 2, 1, 0, 1, 5",
    "11, 3, 2, 1, 1, 1, 6",
    "10, 5, 2, 1, 1, 2, 5",
    "10, 3, 1, 2, 2, 2, 10",
    "10, 1, 1, 1, 0, 0, 10"
  })
  void padsSameWithTheOddOneAtTheEnd(
      int size, int kernel, int stride, int dilation, int before, int after, int output) {
    Tensor x = Tensor.of("x", new int[] {1, 3, size, size}, Axes.channelsFirst());

    Sliding sliding = Sliding.of(node("SAME", stride, dilation), x, kernel, kernel);

    assertThat(sliding.pads()).containsExactly(before, before, after, after);
    assertThat(sliding.outputSize()).containsExactly(output, output);
  }

  @Test
  void takesPendingPaddingIn() {
    Padding padding = new Padding(new int[] {0, 0, 1, 2}, new int[] {0, 0, 3, 4}, 0);
    Tensor x = new Tensor("x", new int[] {1, 3, 10, 10}, Axes.channelsFirst(), padding);

    Sliding sliding = Sliding.of(node("VALID", 1, 1), x, 3, 3);

    assertThat(sliding.pads()).containsExactly(1, 2, 3, 4);
    assertThat(sliding.outputSize()).containsExactly(12, 14);
  }

  private static GraphNode node(String padding, int stride, int dilation) {
    String letters =
        padding
            .chars()
            .mapToObj(Integer::toString)
            .collect(java.util.stream.Collectors.joining(","));
    String json =
        """
        {"name": "c", "op": "Conv2D", "attr": {"padding": {"s": [%s]},
         "strides": {"list": {"i": ["1", "%d", "%d", "1"]}},
         "dilations": {"list": {"i": [1, %d, %d, 1]}}}}
        """
            .formatted(letters, stride, stride, dilation, dilation);
    return GraphNode.of(JsonMapper.shared().readTree(json));
  }
}
