package io.zaigang.dashboard.punch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.domain.punch.MakeUpDeadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PunchSettingsTest {

  @Test
  void hasTheRegulationsNumbersByDefault() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new PunchSettings(
                6,
                MakeUpDeadline.END_OF_MONDAY,
                1,
                Duration.ofMinutes(15),
                Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @CsvSource({
    "quota, -1, must be 0 or more",
    "approvals, 0, must be 1 or 2",
    "approvals, 3, must be 1 or 2",
    "before, PT0S, longer than nothing",
    "after, PT3H, at most 2 h"
  })
  void refusesWhatCannotWork(String name, String value, String sentence) {
    assertThatThrownBy(() -> bind(Map.of(name, value))).rootCause().hasMessageContaining(sentence);
  }

  private static PunchSettings bind(Map<String, String> values) {
    Map<String, String> named = new HashMap<>();
    values.forEach((name, value) -> named.put("zaigang.make-up." + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate("zaigang.make-up", PunchSettings.class);
  }
}
