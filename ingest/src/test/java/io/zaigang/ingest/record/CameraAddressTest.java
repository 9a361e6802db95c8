package io.zaigang.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.ingest.record.CameraAddress.InvalidAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CameraAddressTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("USER", "admin", "PASSWORD", "p@ss/w:rd?#", "HOST", "192.0.2.7");

  @Test
  void takesValuesFromTheEnvironmentWhateverCharactersTheyHold() throws Exception {
    CameraAddress address = new CameraAddress("rtsp://{USER}:{PASSWORD}@{HOST}:554/ch/101?x=1");

    assertThat(address.resolve(ENVIRONMENT).toString())
        .isEqualTo("rtsp://admin:p%40ss%2Fw%3Ard%3F%23@192.0.2.7:554/ch/101?x=1");
    assertThat(address.resolve(ENVIRONMENT).getHost()).isEqualTo("192.0.2.7");
  }

  @Test
  void showsNothingSecret() {
    for (String secret :
        List.of(
            "rtsp://admin:hidden@192.0.2.7/1",
            "rtsp://admin:hid@hidden@192.0.2.7/1",
            "rtsp://192.0.2.7/1?user=admin&password=hidden",
            "rtsp://192.0.2.7/user=admin_password=hidden_channel=1")) {
      assertThat(new CameraAddress(secret).toString()).contains("192.0.2.7").doesNotContain("hid");
    }
  }

  @Test
  void refusesWhatIsNoCameraWithoutTellingSecrets() {
    for (String template :
        List.of(
            "file:///etc/passwd",
            "exec:{PASSWORD}",
            "http://{HOST}/",
            "rtsp:opaque",
            "rtsp://{USER}:{MISSING}@{HOST}/",
            "rtsp://{HOST}/ {PASSWORD}")) {
      assertThatThrownBy(() -> new CameraAddress(template).resolve(ENVIRONMENT))
          .isInstanceOf(InvalidAddressException.class)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("p@ss").doesNotContain("p%40"));
    }
  }

  @Test
  void waitsLongerWithEveryFailureUpToALimitAndBeginsAnewAfterSuccess() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(1));
    for (long step : new long[] {1, 2, 4, 8, 16, 30, 30, 30}) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(step * 500), Duration.ofSeconds(step));
    }
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }
}
