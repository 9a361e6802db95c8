package io.zaigang.job.teach;

import io.zaigang.domain.site.SitePlan;
import io.zaigang.ingest.footage.FootageLog;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.detect.PersonDetector;
import io.zaigang.models.phone.PhoneUseDetector;
import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.phone.TaughtHeadFile;
import io.zaigang.models.registry.ModelRegistry;
import io.zaigang.models.teach.HeadTeacher;
import io.zaigang.models.teach.JudgedIncident;
import io.zaigang.models.teach.Teaching;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Teaches the phone stage of a site from its verdicts and its footage. */
public final class Lesson {

  /** Written when the gain is real. */
  public static final String HEAD = "phone-head.json";

  /** Always written: what came of it. */
  public static final String REPORT = "teach.json";

  private final SitePlan plan;
  private final Path dataDir;
  private final ModelRegistry registry;

  public Lesson(SitePlan plan, Path dataDir, ModelRegistry registry) {
    this.plan = plan;
    this.dataDir = dataDir;
    this.registry = registry;
  }

  /**
   * Teaches, and writes what came of it.
   *
   * @param verdicts see {@link VerdictsFile}
   * @param progress told what is being looked at
   */
  public Teaching teach(Path verdicts, Path out, Consumer<String> progress)
      throws InvalidVerdictsException, IOException {
    List<LabelledIncident> labelled = VerdictsFile.read(verdicts);
    SecondLookSettings settings = SecondLookSettings.DEFAULT;
    List<JudgedIncident> incidents = new ArrayList<>();
    try (PersonDetector persons = PersonDetector.open(registry, DetectorSettings.DEFAULT);
        PhoneUseDetector phones = PhoneUseDetector.open(registry, settings)) {
      IncidentLooks looks = new IncidentLooks(plan, FootageLog.open(dataDir), persons, phones);
      for (int i = 0; i < labelled.size(); i++) {
        looks.of(labelled.get(i)).ifPresent(incidents::add);
        progress.accept((i + 1) + " of " + labelled.size() + " incidents");
      }
    }
    Teaching teaching = new HeadTeacher(settings).teach(incidents);
    if (teaching.head() != null) {
      TaughtHeadFile.write(teaching.head(), out.resolve(HEAD));
    }
    Files.writeString(
        out.resolve(REPORT),
        JsonMapper.shared().writeValueAsString(teaching) + "\n",
        StandardCharsets.UTF_8);
    return teaching;
  }
}
