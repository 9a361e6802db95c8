package io.zaigang.domain.presence;

/** Tables and rates of {@link PresenceFilter}. */
public record PresenceFilterSettings() {

  /** As fitted on the development videos, see the documentation of accuracy. */
  public static final PresenceFilterSettings DEFAULT = new PresenceFilterSettings();
}
