package io.zaigang.dashboard.web;

import io.zaigang.dashboard.site.SitePlans;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Instants as people of the hall write them: with its offset, to the millisecond. */
@Component
public class HallTimes {

  private final SitePlans plans;

  HallTimes(SitePlans plans) {
    this.plans = plans;
  }

  /** The instant with the offset in force in the hall then. */
  public OffsetDateTime at(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.MILLIS)
        .atZone(plans.current().plan().hall().timeZone())
        .toOffsetDateTime();
  }

  /** As {@link #at}, null for null. */
  public @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }
}
