package io.zaigang.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaigang.domain.site.DocumentNode.Entry;
import io.zaigang.domain.site.DocumentNode.Mapping;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

class SitePlanWriterTest {

  @Property(tries = 300)
  @Domain(DomainContext.Global.class)
  @Domain(ArbitraryPlans.class)
  void readsBackWhatItWrote(@ForAll SitePlan plan) {
    SitePlanReading reading = SitePlanReader.read(SitePlanWriter.write(plan));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.plan()).contains(plan);
  }

  @Test
  void writesSectionsInTheOrderOfTheDocumentation() {
    SitePlan plan = new PlanDocument().read().plan().orElseThrow();

    List<Entry> entries = ((Mapping) SitePlanWriter.write(plan)).entries();
    assertThat(entries)
        .extracting(Entry::key)
        .containsExactly("hall", "calendar", "rules", "cameras", "windows", "areas");
  }
}
