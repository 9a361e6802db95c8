package io.zaigang.dashboard.site;

import io.zaigang.domain.site.SitePlan;

/**
 * One version of the site plan.
 *
 * @param number 1 for the first, growing by one
 * @param yaml the plan as the configuration file would have it, every default written out
 * @param sha256 of {@code yaml}, in hex
 */
public record SitePlanVersion(int number, SitePlan plan, String yaml, String sha256) {}
