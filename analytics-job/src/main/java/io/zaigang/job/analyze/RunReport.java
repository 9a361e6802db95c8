package io.zaigang.job.analyze;

import io.zaigang.job.detect.DetectFrames;
import io.zaigang.job.detect.ModelDetection;
import io.zaigang.job.site.PlanDocument;
import io.zaigang.models.detect.DetectorSettings;
import io.zaigang.models.phone.SecondLookSettings;
import io.zaigang.models.presence.PostWatchSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json}: what a run read, what it cost, and by what models and settings it decided. */
final class RunReport {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final double MILLIS = 1000;

  private RunReport() {}

  static String of(
      AnalysisRequest request, ModelDetection detection, Map<String, Long> counters, RunCost cost) {
    Map<String, Object> run = new LinkedHashMap<>();
    ZoneId zone = request.plan().hall().timeZone();
    run.put("from", local(request.from(), zone));
    run.put("to", local(request.to(), zone));
    run.put("footageSeconds", request.footage().toMillis() / MILLIS);
    for (String counter :
        List.of(
            DetectFrames.FRAMES_DECODED,
            DetectFrames.FRAMES_ANALYSED,
            DetectFrames.BLIND_SAMPLES,
            DetectFrames.INFERENCES)) {
      run.put(counter, counters.getOrDefault(counter, 0L));
    }
    run.put("wallSeconds", Math.round(cost.wallSeconds() * MILLIS) / MILLIS);
    run.put("cpuSeconds", Math.round(cost.cpuSeconds() * MILLIS) / MILLIS);
    run.put("parallelism", request.parallelism());
    run.put("models", detection.models());
    run.put("settings", settings(request));
    return MAPPER.writeValueAsString(run);
  }

  private static Map<String, Object> settings(AnalysisRequest request) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("detector", DetectorSettings.DEFAULT);
    settings.put("posts", PostWatchSettings.DEFAULT);
    settings.put("secondLook", SecondLookSettings.DEFAULT);
    settings.put("sitePlan", PlanDocument.of(request.plan()).yaml());
    return settings;
  }

  private static String local(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime().toString();
  }
}
