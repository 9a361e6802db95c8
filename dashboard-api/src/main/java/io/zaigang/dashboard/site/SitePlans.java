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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The site plan in force. At start the plan file is read; where it says something else than the
 * newest stored version, it becomes the next one.
 */
@Component
public class SitePlans {

  private volatile SitePlanVersion current;

  SitePlans(ZaigangSettings settings, SitePlanStore store, Clock clock) {
    SitePlan plan = load(settings.siteFile());
    String yaml = SitePlanFile.toYaml(plan);
    String sha256 = sha256(yaml);
    Optional<StoredSitePlan> newest = store.newest();
    int number = newest.map(StoredSitePlan::number).orElse(0);
    if (newest.isEmpty() || !newest.get().sha256().equals(sha256)) {
      number++;
      Instant now = clock.instant();
      store.add(new StoredSitePlan(number, yaml, sha256, now, "file " + settings.siteFile()));
    }
    current = new SitePlanVersion(number, plan, yaml, sha256);
  }

  /** The version in force. */
  public SitePlanVersion current() {
    return current;
  }

  /**
   * Reads a plan file.
   *
   * @throws StartupProblem listing everything that is wrong with it
   */
  public static SitePlan load(Path file) {
    try {
      return SitePlanFile.load(file);
    } catch (SitePlanException e) {
      List<String> lines = new ArrayList<>();
      lines.add("Site plan " + file + " cannot be used:");
      e.problems().forEach(problem -> lines.add("  " + problem));
      throw new StartupProblem(lines.size() == 2 ? List.of(lines.get(0) + lines.get(1)) : lines);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
