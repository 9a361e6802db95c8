package io.zaigang.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A data directory of its own, with an embedded database, for all tests of one JVM. */
public final class Installation
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** The data directory. */
  public static final Path DATA = create();

  /** The site plan in force. */
  public static final Path SITE = site();

  /** Where an OpenID Connect server can be put. */
  public static final TcpFront OUTSIDE = TcpFront.open();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "zaigang.data=" + DATA,
            "zaigang.site=" + SITE,
            "zaigang.require-administrator=false",
            "zaigang.setup-page=true",
            "zaigang.oidc.issuer=" + OUTSIDE.address(),
            "zaigang.oidc.client-id=zaigang",
            "zaigang.oidc.client-secret=secret of the test",
            "zaigang.oidc.roles.hall-desk=DESK",
            "zaigang.oidc.roles.hall-supervisor=SUPERVISOR",
            "zaigang.stream.heartbeat=PT0.5S",
            "zaigang.evidence.every=PT24H",
            "zaigang.notify.every=PT1H",
            "zaigang.notify.page=https://hall.example/",
            "zaigang.circular.first-look=PT24H",
            "server.port=0",
            "server.shutdown=immediate")
        .applyTo(context);
  }

  private static Path create() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      return Files.createTempDirectory(target, "installation-").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path site() {
    Path file = DATA.resolve("site.yaml");
    try (InputStream plan = Installation.class.getResourceAsStream("/site.yaml")) {
      Files.copy(Objects.requireNonNull(plan), file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
