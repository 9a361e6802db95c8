package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

  @Test
  void givesEveryCameraToOneRecorderAndEveryOtherATurn() {
    Map<Integer, Integer> own = new HashMap<>();
    for (int camera = 0; camera < 300; camera++) {
      String id = "cam-" + camera;
      assertThat(IntStream.range(0, 3).map(n -> new Shard(n, 3).turn(id)).sorted())
          .containsExactly(0, 1, 2);
      for (int number = 0; number < 3; number++) {
        own.merge(number, new Shard(number, 3).turn(id) == 0 ? 1 : 0, Integer::sum);
      }
    }
    assertThat(own.values()).as("shares of 300 cameras").allMatch(share -> share > 70);
  }

  @Test
  void theOnlyOneHasAll() {
    assertThat(Shard.ONLY.turn("cam-01")).isZero();
    assertThat(Shard.parse("0/1")).isEqualTo(Shard.ONLY);
    assertThat(Shard.parse("2/3").suffix()).isEqualTo("-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "3/3", "-1/3", "0/0", "a/b", "0/1001"})
  void refusesWhatIsNoShard(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shard");
  }
}
