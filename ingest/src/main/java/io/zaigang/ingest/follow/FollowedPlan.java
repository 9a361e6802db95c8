package io.zaigang.ingest.follow;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The site plan that the dashboard has in force, and what its addresses need to be resolved.
 *
 * <p>The recorder never waits for the dashboard: while it does not answer, the last good copy stays
 * in force, and before the first answer the plan file. The values are read before the plan that
 * names them, so no camera is tried without its password.
 */
public final class FollowedPlan {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedPlan.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String dashboard;
  private final Path tokenFile;
  private final Path planCopy;
  private final Path secretsCopy;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(TIMEOUT).version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> environment;
  private @Nullable SitePlan plan;
  private @Nullable String etag;
  private boolean troubled;

  private FollowedPlan(
      String dashboard, Path tokenFile, Path copies, Map<String, String> environment) {
    this.dashboard = dashboard.replaceAll("/+$", "");
    this.tokenFile = tokenFile;
    this.planCopy = copies.resolve("site-plan.yaml");
    this.secretsCopy = copies.resolve("camera-secrets.json");
    this.environment = new ConcurrentHashMap<>(environment);
  }

  /**
   * Begins with the last good copy, if there is one.
   *
   * @param dashboard its address, {@code http://127.0.0.1:8080}
   * @param copies folder for them, which is this recorder's alone
   * @param environment where names in addresses are looked up that the dashboard does not keep
   * @throws IllegalArgumentException when the address is none
   */
  public static FollowedPlan of(
      String dashboard, Path tokenFile, Path copies, Map<String, String> environment) {
    String scheme = URI.create(dashboard).getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException("'" + dashboard + "' is no http(s) address");
    }
    FollowedPlan followed = new FollowedPlan(dashboard, tokenFile, copies, environment);
    followed.readCopies();
    return followed;
  }

  /** What names in addresses stand for; grows as the dashboard tells more. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Asks the dashboard; gives the newest good plan, null where there never was one. */
  public @Nullable SitePlan newest() {
    try {
      ask();
      if (troubled) {
        LOG.info("The dashboard tells its site plan again");
      }
      troubled = false;
    } catch (IOException | SitePlanException | JacksonException e) {
      if (!troubled) {
        LOG.warn("{}; the last good site plan stays in force", e.getMessage());
      }
      troubled = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return plan;
  }

  private void ask() throws IOException, InterruptedException, SitePlanException {
    HttpRequest.Builder request = request("site-plan");
    if (etag != null) {
      request.header("If-None-Match", etag);
    }
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() == 304) {
      return;
    }
    SitePlan newest = SitePlanFile.parse(ok(answer), "of the dashboard");
    String secrets = ok(send(request("camera-secrets")));
    take(secrets);
    keep(secretsCopy, secrets);
    keep(planCopy, answer.body());
    plan = newest;
    etag = answer.headers().firstValue("ETag").orElse(null);
  }

  private HttpRequest.Builder request(String what) throws IOException {
    String token = Files.readString(tokenFile).strip();
    return HttpRequest.newBuilder(URI.create(dashboard + "/internal/" + what))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String ok(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("The dashboard answers " + answer.statusCode());
    }
    return answer.body();
  }

  private void take(String secrets) {
    environment.putAll(JSON.readValue(secrets, new TypeReference<Map<String, String>>() {}));
  }

  private void readCopies() {
    try {
      if (Files.exists(secretsCopy)) {
        take(Files.readString(secretsCopy));
      }
      if (Files.exists(planCopy)) {
        plan = SitePlanFile.load(planCopy);
      }
    } catch (IOException | JacksonException | SitePlanException e) {
      LOG.warn("The last good site plan is not used: {}", e.getMessage());
    }
  }

  /** Readable by its owner alone from the first byte on; whoever reads sees all of it or none. */
  private static void keep(Path target, String text) throws IOException {
    Files.createDirectories(target.getParent());
    Path draft = target.resolveSibling(target.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, OWNER_ONLY);
    Files.writeString(draft, text);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
