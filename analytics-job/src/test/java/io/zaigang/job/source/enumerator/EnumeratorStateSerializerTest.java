package io.zaigang.job.source.enumerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.job.TestPlans;
import io.zaigang.job.site.PlanVersion;
import io.zaigang.job.source.split.FootageSplit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnumeratorStateSerializerTest {

  private static final EnumeratorState STATE =
      new EnumeratorState(
          PlanVersion.from(TestPlans.hall("cam-1", "cam-2"), Instant.parse("2026-03-02T01:00:00Z")),
          List.of(FootageSplit.between("cam-2", 5, 10)),
          Set.of("cam-1"));

  private final EnumeratorStateSerializer serializer = new EnumeratorStateSerializer();

  @Test
  void givesBackWhatWasStored() throws IOException {
    byte[] stored = serializer.serialize(STATE);
    EnumeratorState read = serializer.deserialize(serializer.getVersion(), stored);
    assertThat(read).isEqualTo(STATE);
    assertThat(read.plan().plan()).isEqualTo(STATE.plan().plan());
  }

  @Test
  void refusesFormOfAnotherRelease() throws IOException {
    byte[] stored = serializer.serialize(STATE);
    assertThatThrownBy(() -> serializer.deserialize(7, stored)).hasMessageContaining("form 7");
  }
}
