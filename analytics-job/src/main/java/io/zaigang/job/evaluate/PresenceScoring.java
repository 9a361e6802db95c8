package io.zaigang.job.evaluate;

import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.presence.CameraReading;
import io.zaigang.domain.presence.PostPresence;
import io.zaigang.domain.presence.PostPresenceState;
import io.zaigang.domain.presence.PostPresenceStep;
import io.zaigang.domain.presence.PresenceAccuracy;
import io.zaigang.domain.presence.PresenceFilter;
import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.presence.PresenceFilterState;
import io.zaigang.domain.presence.PresenceQuality;
import io.zaigang.domain.presence.PresenceThresholds;
import io.zaigang.domain.site.RuleSettings;
import io.zaigang.domain.window.PostReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges what was seen of regions against their labels. */
final class PresenceScoring {

  /** Short, so that labelled spans of a few seconds are dated too. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private static final double MILLIS = 1000;

  private static final RuleSettings RULES =
      new RuleSettings(
          new RuleSettings.VacancySettings(Duration.ZERO, SETTLING, SETTLING),
          RuleSettings.DEFAULT.phoneUse(),
          RuleSettings.DEFAULT.gathering(),
          RuleSettings.DEFAULT.blindAfter());

  private final PresenceFilterSettings settings;
  private final Duration interval;

  PresenceScoring(PresenceFilterSettings settings, double samplesPerSecond) {
    this.settings = settings;
    this.interval = Duration.ofMillis(Math.round(MILLIS / samplesPerSecond));
  }

  /** As the watch itself judged. */
  PresenceQuality asWatched(SeenRegion seen) {
    return score(seen, seen.looks().stream().map(SeenRegion.Look::evidence).toList());
  }

  /** As it would have been judged on these cues alone, each asked at every look. */
  PresenceQuality on(Set<String> cues, SeenRegion seen) {
    PresenceFilter filter = new PresenceFilter(settings);
    PresenceFilterState state = filter.initial();
    List<PostEvidence> judged = new ArrayList<>();
    for (SeenRegion.Look look : seen.looks()) {
      Map<String, Double> asked = new HashMap<>(look.evidence().evidence());
      asked.keySet().retainAll(cues);
      state = filter.update(state, look.at(), asked);
      judged.add(new PostEvidence(look.evidence().postId(), asked, state.presence()));
    }
    return score(seen, judged);
  }

  private PresenceQuality score(SeenRegion seen, List<PostEvidence> judged) {
    PresenceThresholds thresholds = settings.thresholds();
    PresenceAccuracy accuracy = new PresenceAccuracy(seen.region().spans());
    PostPresence rule = new PostPresence(RULES, thresholds);
    PostPresenceState state = PostPresenceState.INITIAL;
    for (int i = 0; i < judged.size(); i++) {
      Instant at = seen.looks().get(i).at();
      PostReading reading = PostReading.of(judged.get(i));
      accuracy.look(at, thresholds.sightOf(reading.presence()));
      CameraReading camera =
          new CameraReading("camera", reading.presence(), interval, reading.found());
      PostPresenceStep step = rule.observe(state, at, List.of(camera));
      step.changes().forEach(accuracy::change);
      state = step.state();
    }
    return accuracy.quality();
  }
}
