package io.zaigang.job.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.incident.Incident;
import io.zaigang.domain.incident.IncidentType;
import io.zaigang.domain.site.SitePlan;
import io.zaigang.domain.window.ServiceWindowRules;
import io.zaigang.domain.window.WindowState;
import io.zaigang.domain.window.WindowStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedCountyTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final SimulatedCounty COUNTY = new SimulatedCounty(20, START);

  @Test
  void givesTheRulesSomethingToFind() {
    SitePlan plan = COUNTY.plan();
    ServiceWindowRules rules = new ServiceWindowRules(plan, plan.windows().get(3));
    WindowState state = WindowState.startingAt(START);
    List<Incident> incidents = new ArrayList<>();
    for (long step = 0; step < 1800; step++) {
      state = rules.observe(state, COUNTY.observation(3, step));
      WindowStep done = rules.advance(state, START.plusSeconds(2 * step));
      state = done.state();
      incidents.addAll(done.incidents());
    }
    assertThat(incidents)
        .extracting(Incident::type)
        .contains(IncidentType.VACANCY, IncidentType.POST_UNATTENDED, IncidentType.PHONE_USE);
  }

  @Test
  void hasAStaffAreaForEveryTenthCamera() {
    assertThat(COUNTY.plan().areas()).hasSize(2);
    assertThat(COUNTY.gatherings(10, 5)).hasSize(1);
    assertThat(COUNTY.gatherings(11, 5)).isEmpty();
  }
}
