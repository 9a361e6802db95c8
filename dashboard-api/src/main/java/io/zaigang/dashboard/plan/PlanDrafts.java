package io.zaigang.dashboard.plan;

import io.zaigang.dashboard.web.BadRequest;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.site.SitePlanReading;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Plans that are only tried. */
public final class PlanDrafts {

  private PlanDrafts() {}

  /**
   * Reads a draft.
   *
   * @throws BadRequest naming everything that is wrong with it
   */
  public static SitePlan read(JsonNode json) {
    SitePlanReading reading = PlanJson.read(json);
    return reading
        .plan()
        .orElseThrow(
            () ->
                new BadRequest(
                    reading.problems().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("; "))));
  }
}
