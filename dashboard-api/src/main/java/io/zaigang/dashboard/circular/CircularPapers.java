package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.circular.paper.PaperFacts;
import io.zaigang.dashboard.site.SitePlans;
import io.zaigang.domain.circular.CircularInputs;
import org.springframework.stereotype.Component;

/** What papers are made of: the frozen version and the hall's own names. */
@Component
class CircularPapers {

  private final CanonicalJson json;
  private final CircularViews views;
  private final CircularSettings settings;
  private final SitePlans plans;

  CircularPapers(
      CanonicalJson json, CircularViews views, CircularSettings settings, SitePlans plans) {
    this.json = json;
    this.views = views;
    this.settings = settings;
    this.plans = plans;
  }

  PaperFacts facts(CircularVersion version) {
    CircularInputs inputs = json.inputs(version.inputs());
    String issuer = settings.issuer();
    return new PaperFacts(
        inputs,
        json.figures(version.figures()),
        views.corrections(version, inputs),
        issuer == null ? plans.current().plan().hall().name() : issuer,
        version.documentNumber(),
        version.issueDate(),
        version.version(),
        version.isSigned() ? PaperFacts.Status.SIGNED : PaperFacts.Status.DRAFT,
        version.demands(),
        settings.sendTo(),
        settings.copyTo(),
        settings.basis());
  }
}
