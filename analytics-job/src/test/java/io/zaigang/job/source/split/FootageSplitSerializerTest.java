package io.zaigang.job.source.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FootageSplitSerializerTest {

  private final FootageSplitSerializer serializer = new FootageSplitSerializer();

  @Test
  void givesBackWhatWasStored() throws IOException {
    for (FootageSplit split :
        List.of(
            FootageSplit.following("cam-01", 1_000),
            FootageSplit.between("大厅东侧", 1_000, 9_000),
            FootageSplit.between("cam-01", 1_000, 9_000).sampledAt(4_200),
            FootageSplit.following("cam-01", 1_000).sampledAt(4_200).passed(6_000),
            FootageSplit.following("cam-01", 1_000)
                .remembering(new MemoryImage(Map.of("posts", new byte[] {1, 2, 3}))))) {
      byte[] stored = serializer.serialize(split);
      assertThat(serializer.deserialize(serializer.getVersion(), stored)).isEqualTo(split);
    }
  }

  @Test
  void refusesFormOfAnotherRelease() throws IOException {
    byte[] stored = serializer.serialize(FootageSplit.following("cam-01", 1_000));
    assertThatThrownBy(() -> serializer.deserialize(99, stored))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("form 99")
        .hasMessageContaining("form 1");
  }

  @Test
  void neverMovesBackwards() {
    FootageSplit split = FootageSplit.following("cam-01", 1_000).sampledAt(5_000);
    assertThat(split.passed(3_000).positionMillis()).isEqualTo(5_001);
  }

  @Test
  void neverMovesPastItsEnd() {
    FootageSplit split = FootageSplit.between("cam-01", 1_000, 4_000);
    assertThat(split.passed(60_000).positionMillis()).isEqualTo(4_000);
  }
}
