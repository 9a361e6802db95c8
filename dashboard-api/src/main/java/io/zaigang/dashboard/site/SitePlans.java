package io.zaigang.dashboard.site;

import io.zaigang.dashboard.settings.StartupProblem;
import io.zaigang.dashboard.settings.ZaigangSettings;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.siteplan.SitePlanException;
import io.zaigang.ingest.siteplan.SitePlanFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The site plan in force and its versions. The database owns the plan: the plan file becomes a
 * version at the first start, and again only after the file itself has changed, so that a start
 * does not undo what was changed on the page.
 */
@Component
public class SitePlans {

  private static final Logger LOG = LoggerFactory.getLogger(SitePlans.class);

  /** Told where a plan has closures of its own. */
  public static final String NO_CLOSURES =
      "closures are not part of the hall's plan; enter them under 排班 → 窗口停开 once it runs";

  private final SitePlanStore store;
  private final CameraSecrets secrets;
  private final Clock clock;
  private volatile SitePlanVersion current;

  SitePlans(ZaigangSettings settings, SitePlanStore store, CameraSecrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
    SitePlan file = load(settings.siteFile());
    String fileSha256 = sha256(SitePlanFile.toYaml(file));
    Optional<StoredSitePlan> newest = store.newest();
    if (newest.isPresent() && store.fileSha256().filter(fileSha256::equals).isPresent()) {
      current = read(newest.get());
    } else {
      int number = newest.map(StoredSitePlan::number).orElse(0) + 1;
      current = add(number, secrets.takeOut(file), "file " + settings.siteFile(), "");
      store.rememberFile(fileSha256);
    }
  }

  /** The version in force. */
  public SitePlanVersion current() {
    return current;
  }

  /** Versions with smaller numbers, newest first. */
  public List<StoredSitePlan> history(int before, int limit) {
    return store.newest(before, limit);
  }

  /** A version of the past, or the one in force; empty where there never was one. */
  public Optional<SitePlanVersion> version(int number) {
    return store.find(number).map(SitePlans::read);
  }

  /**
   * Stores a plan as the next version, within a transaction of the caller's, who says {@link
   * #inForce} when that is done; one that says the same as the one in force changes nothing.
   *
   * @param basedOn the version that was changed
   * @param author user name
   * @param note why; may be empty
   * @throws OutdatedVersion when another version is in force by now
   */
  public SitePlanVersion change(int basedOn, SitePlan plan, String author, String note) {
    int newest = store.newestNumber();
    if (newest != basedOn) {
      throw new OutdatedVersion(basedOn, newest);
    }
    SitePlan safe = secrets.takeOut(plan);
    if (SitePlanFile.toYaml(safe).equals(current.yaml())) {
      return current;
    }
    return add(basedOn + 1, safe, author, note);
  }

  /** Other copies of the dashboard, and transactions that came to nothing, are noticed here. */
  @Scheduled(fixedDelayString = "PT2S")
  public void follow() {
    if (store.newestNumber() != current.number()) {
      current = store.newest().map(SitePlans::read).orElse(current);
      LOG.info("Site plan: version {} is in force", current.number());
    }
  }

  private SitePlanVersion add(int number, SitePlan plan, String author, String note) {
    String yaml = SitePlanFile.toYaml(plan);
    SitePlanVersion version = new SitePlanVersion(number, plan, yaml, sha256(yaml));
    StoredSitePlan stored =
        new StoredSitePlan(number, yaml, version.sha256(), clock.instant(), author, note);
    if (!store.add(stored)) {
      throw new OutdatedVersion(number - 1, store.newestNumber());
    }
    return version;
  }

  /** Called when a change is stored for good. */
  public void inForce(SitePlanVersion version) {
    current = version;
  }

  /**
   * Reads a plan file.
   *
   * @throws StartupProblem listing everything that is wrong with it
   */
  public static SitePlan load(Path file) {
    try {
      SitePlan plan = SitePlanFile.load(file);
      if (!plan.closures().isEmpty()) {
        throw new StartupProblem("Site plan " + file + ": " + NO_CLOSURES);
      }
      return plan;
    } catch (SitePlanException e) {
      List<String> lines = new ArrayList<>();
      lines.add("Site plan " + file + " cannot be used:");
      e.problems().forEach(problem -> lines.add("  " + problem));
      throw new StartupProblem(lines.size() == 2 ? List.of(lines.get(0) + lines.get(1)) : lines);
    }
  }

  private static SitePlanVersion read(StoredSitePlan stored) {
    try {
      SitePlan plan = SitePlanFile.parse(stored.yaml(), "version " + stored.number());
      return new SitePlanVersion(stored.number(), plan, stored.yaml(), stored.sha256());
    } catch (SitePlanException e) {
      throw new IllegalStateException("A stored version of the site plan cannot be read", e);
    }
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
