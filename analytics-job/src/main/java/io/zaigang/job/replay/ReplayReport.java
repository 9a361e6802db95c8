package io.zaigang.job.replay;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.replay.RulesReplay;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.job.site.PlanDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a replay says about itself: {@code run.json} and the table of other graces. */
public final class ReplayReport {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ReplayReport() {}

  /** The content of {@code run.json}. */
  public static String run(
      SitePlan plan, Instant from, Instant to, String detectionsSha256, long frames) {
    ZoneId zone = plan.hall().timeZone();
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("from", from.atZone(zone).toOffsetDateTime().toString());
    run.put("to", to.atZone(zone).toOffsetDateTime().toString());
    run.put("detectionsSha256", detectionsSha256);
    run.put("framesJudged", frames);
    run.put("settings", Map.of("sitePlan", PlanDocument.of(plan).yaml()));
    return MAPPER.writeValueAsString(run);
  }

  /** How many vacancies there would be under each grace, how long they last, and the longest. */
  public static List<String> table(Map<Duration, RulesReplay.Judged> outcomes, Instant end) {
    String row = "%-10s %10s %14s %14s %12s";
    List<String> lines = new ArrayList<>();
    lines.add(row.formatted("grace", "vacancies", "vacant min", "longest min", "unattended"));
    outcomes.forEach(
        (grace, judged) -> {
          List<Double> minutes =
              judged.incidents().stream()
                  .filter(incident -> incident.type() == IncidentType.VACANCY)
                  .map(incident -> minutes(incident, end))
                  .toList();
          long unattended =
              judged.incidents().stream()
                  .filter(incident -> incident.type() == IncidentType.POST_UNATTENDED)
                  .count();
          double sum = minutes.stream().mapToDouble(Double::doubleValue).sum();
          double longest = minutes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
          lines.add(
              row.formatted(
                  grace,
                  minutes.size(),
                  "%.1f".formatted(sum),
                  "%.1f".formatted(longest),
                  unattended));
        });
    return lines;
  }

  private static double minutes(Incident incident, Instant end) {
    Instant until = incident.endedAt() == null ? end : incident.endedAt();
    return Duration.between(incident.startedAt(), until).toMillis() / 60_000.0;
  }
}
