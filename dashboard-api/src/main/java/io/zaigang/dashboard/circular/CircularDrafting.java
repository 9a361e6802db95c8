package io.zaigang.dashboard.circular;

import io.zaigang.dashboard.web.Conflict;
import io.zaigang.domain.circular.CircularWeek;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Drafts the week's circular on Sunday night, and counts it anew while nobody has signed it. It
 * looks every ten minutes instead of at one moment: a dashboard that was down on Sunday night
 * drafts when it is back.
 */
@Component
class CircularDrafting {

  private static final Logger LOG = LoggerFactory.getLogger(CircularDrafting.class);

  private final Circulars circulars;
  private final CircularStore store;
  private final CircularFacts facts;
  private final CircularSettings settings;
  private final Clock clock;

  CircularDrafting(
      Circulars circulars,
      CircularStore store,
      CircularFacts facts,
      CircularSettings settings,
      Clock clock) {
    this.circulars = circulars;
    this.store = store;
    this.facts = facts;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "${zaigang.circular.first-look:PT5M}", fixedDelayString = "PT10M")
  void look() {
    draftWhereDue(clock.instant());
  }

  /** Drafts the week that was over, or nearly so, at an instant. */
  void draftWhereDue(Instant now) {
    CircularWeek week =
        CircularWeek.holding(
            now.plus(settings.draftBeforeWeekEnd()).minusSeconds(7L * 86_400), facts.zone());
    List<CircularVersion> versions = store.versions(week);
    if (!versions.isEmpty() && versions.get(versions.size() - 1).isSigned()) {
      return;
    }
    try {
      circulars.draft(week, Circulars.SYSTEM);
      if (versions.isEmpty()) {
        LOG.info("Circular of the week of {}: drafted, awaits review", week.monday());
      }
    } catch (Conflict signedJustNow) {
      LOG.debug("Circular of the week of {}: {}", week.monday(), signedJustNow.getMessage());
    }
  }
}
