package io.zaigang.dashboard.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServiceTokenTest {

  @TempDir private Path data;

  private Path file() {
    return data.resolve("secrets/service-token");
  }

  private ServiceToken token() {
    return new ServiceToken(Settings.in(data));
  }

  @Test
  void makesOneThatOnlyItsOwnerCanRead() throws IOException {
    ServiceToken token = token();

    String secret = Files.readString(file()).strip();
    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(token.matches(secret)).isTrue();
    assertThat(token.matches(secret + "0")).isFalse();
    assertThat(token.matches("")).isFalse();
  }

  @Test
  void keepsTheOneThatIsThere() throws IOException {
    token();
    String secret = Files.readString(file());

    assertThat(token().matches(secret.strip())).isTrue();
    assertThat(Files.readString(file())).isEqualTo(secret);
  }

  @Test
  void takesAnotherWhenTheFileChanges() throws IOException {
    ServiceToken token = token();
    String old = Files.readString(file()).strip();
    String other = "0123456789abcdef0123456789abcdef";
    Files.writeString(file(), other + "\n");

    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> token.matches(other));
    assertThat(token.matches(old)).isFalse();
  }

  @Test
  void letsTheOneBeforeInForAWhileAfterARotation() throws IOException {
    ServiceToken token = token();
    String old = Files.readString(file()).strip();

    token.rotate(Duration.ofHours(1));

    String fresh = Files.readString(file()).strip();
    assertThat(fresh).matches("[0-9a-f]{64}").isNotEqualTo(old);
    assertThat(token.matches(fresh)).isTrue();
    assertThat(token.matches(old)).isTrue();
    assertThat(token.previousUntil()).isPresent();
    assertThat(token().matches(old)).as("after a restart").isTrue();
    Path previous = data.resolve("secrets/service-token.previous");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(previous)))
        .isEqualTo("rw-------");

    token.rotate(Duration.ZERO);
    assertThat(token.matches(old)).isFalse();
    assertThat(token.matches(fresh)).as("no overlap").isFalse();
    assertThat(token.previousUntil()).isEmpty();
  }

  @Test
  void refusesToStartWithAWeakOne() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "secret\n");

    assertThatThrownBy(this::token)
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("6 characters");
  }

  private static final class Settings {
    static ZaigangSettings in(Path data) {
      Map<String, Path> set =
          Map.of("zaigang.data", data, "zaigang.site", data.resolve("site.yaml"));
      return new Binder(new MapConfigurationPropertySource(set))
          .bind("zaigang", ZaigangSettings.class)
          .get();
    }
  }
}
