package io.zaigang.dashboard.site;

import io.zaigang.dashboard.settings.SecretBox;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.domain.site.Camera;
import io.zaigang.domain.site.SitePlan;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * User names and passwords of cameras. They may be written and never read back: a plan that comes
 * in with one in an address gets {@code {VAULT_7_PASSWORD}} in its place, as if the environment had
 * it, and the value goes into the database, sealed (AES-256-GCM) with the key in {@code
 * DIR/secrets/camera-key}. A copy of the database alone opens no camera.
 *
 * <p>Names are never used twice, so a changed password changes the address in the plan, which is
 * how the recorder hears of it.
 */
@Component
public class CameraSecrets {

  /** Names of what is kept here; the environment should have none that begin so. */
  public static final String PREFIX = "VAULT_";

  private static final Pattern WITH_USER =
      Pattern.compile("(?<scheme>[^:/?#]+://)(?<user>[^/?#]*)@(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern ONLY_NAMES =
      Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]*}(:\\{[A-Za-z_][A-Za-z0-9_]*})?");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecretBox box;

  CameraSecrets(JdbcClient jdbc, ZaigangSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.box = new SecretBox(settings.dataDir().resolve("secrets").resolve("camera-key"));
  }

  /** The same plan without a user name or password in any address. */
  SitePlan takeOut(SitePlan plan) {
    List<Camera> cameras = plan.cameras().stream().map(this::takeOut).toList();
    return plan.withCameras(cameras);
  }

  private Camera takeOut(Camera camera) {
    Matcher address = WITH_USER.matcher(camera.url());
    if (!address.matches() || ONLY_NAMES.matcher(address.group("user")).matches()) {
      return camera;
    }
    String user = address.group("user");
    int colon = user.indexOf(':');
    long number = jdbc.sql("select nextval('camera_secret_number')").query(Long.class).single();
    String named =
        "{%s}:{%s}"
            .formatted(
                keep(PREFIX + number + "_USER", colon < 0 ? user : user.substring(0, colon)),
                keep(PREFIX + number + "_PASSWORD", colon < 0 ? "" : user.substring(colon + 1)));
    return new Camera(
        camera.id(),
        camera.name(),
        address.group("scheme") + named + "@" + address.group("rest"),
        camera.analysisFps());
  }

  /** Everything kept here by name: for the recorder, and for probing. */
  public SortedMap<String, String> all() {
    SortedMap<String, String> values = new TreeMap<>();
    jdbc.sql("select name, sealed from camera_secret")
        .query(
            row -> {
              String name = row.getString("name");
              values.put(name, box.open(name, row.getBytes("sealed")));
            });
    return values;
  }

  private String keep(String name, String value) {
    jdbc.sql("insert into camera_secret (name, sealed, stored_at) values (:name, :sealed, :now)")
        .param("name", name)
        .param("sealed", box.seal(name, percentDecoded(value)))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return name;
  }

  /** In an address a password is written percent-encoded; whoever puts it back encodes it. */
  private static String percentDecoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }
}
