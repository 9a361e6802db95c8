package io.zaigang.dashboard.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DingtalkSettingsTest {

  @Test
  void isOffByDefault() {
    DingtalkSettings settings = bind(Map.of());

    assertThat(settings.enabled()).isFalse();
    assertThat(settings.url()).hasToString("https://oapi.dingtalk.com");
    assertThat(settings.fields().makeUpTime()).isEqualTo("补卡时间");
    assertThat(settings.processes().leave()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "enabled, true, needs zaigang.dingtalk.app-key",
    "calls-per-second, 21, must be 1 to 20",
    "calls-per-second, 0, must be 1 to 20",
    "every, PT10S, must be a minute or more",
    "look-back, P61D, at most 60 days",
    "look-back, PT0S, longer than nothing"
  })
  void refusesWhatCannotWork(String name, String value, String sentence) {
    assertThatThrownBy(() -> bind(Map.of(name, value))).rootCause().hasMessageContaining(sentence);
  }

  private static DingtalkSettings bind(Map<String, String> values) {
    Map<String, String> named = new HashMap<>();
    values.forEach((name, value) -> named.put("zaigang.dingtalk." + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate("zaigang.dingtalk", DingtalkSettings.class);
  }
}
