package io.zaigang.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.SitePlanDiff.Change;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

class SitePlanDiffTest {

  private static final SitePlan BEFORE = new PlanDocument().read().plan().orElseThrow();

  private static List<Change> changes(PlanDocument after) {
    return SitePlanDiff.between(BEFORE, after.read().plan().orElseThrow());
  }

  @Property(tries = 200)
  @Domain(DomainContext.Global.class)
  @Domain(ArbitraryPlans.class)
  void tellsPlansApartExactlyWhenTheyDiffer(@ForAll SitePlan one, @ForAll SitePlan other) {
    assertThat(SitePlanDiff.between(one, one)).isEmpty();
    assertThat(SitePlanDiff.between(one, other).isEmpty())
        .isEqualTo(SitePlanWriter.write(one).equals(SitePlanWriter.write(other)));
  }

  @Test
  void namesTheValueThatChanged() {
    assertThat(changes(new PlanDocument().with("rules.vacancy.grace", "PT3M")))
        .containsExactly(new Change("rules.vacancy.grace", "PT5M", "PT3M"));
  }

  @Test
  void countsAnItemThatCameOrWentAsOne() {
    List<Change> changes =
        changes(
            new PlanDocument()
                .with("cameras[1]", PlanDocument.camera("cam-09"))
                .with("windows[1].posts[0].zones[0].camera", "cam-01"));

    assertThat(changes).extracting(Change::path).contains("cameras[cam-02]", "cameras[cam-09]");
    assertThat(changes).filteredOn(c -> c.path().equals("cameras[cam-02]")).hasSize(1);
  }

  @Test
  void aPolygonIsOneValue() {
    List<Change> changes =
        changes(
            new PlanDocument()
                .with("areas[0].polygon", PlanDocument.points("0.1 0.1", "0.9 0.1", "0.9 0.9")));

    assertThat(changes).extracting(Change::path).containsExactly("areas[staff-east].polygon");
    assertThat(changes.get(0).after()).isEqualTo("[[0.1, 0.1], [0.9, 0.1], [0.9, 0.9]]");
  }
}
