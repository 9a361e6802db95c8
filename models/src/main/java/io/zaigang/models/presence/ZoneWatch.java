package io.zaigang.models.presence;

import io.zaigang.domain.detection.PostEvidence;
import io.zaigang.domain.picture.BgrPicture;
import io.zaigang.domain.presence.PresenceFilter;
import io.zaigang.domain.presence.PresenceFilterSettings;
import io.zaigang.domain.presence.PresenceFilterState;
import io.zaigang.models.detect.LabelledDetection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows one zone from picture to picture, and asks the crop detectors about it where the whole
 * picture leaves doubt: see {@link AskingSettings}. Once they are asked they alone are believed:
 * the whole picture shows them the same person, only smaller.
 */
final class ZoneWatch {

  private final WatchedZone zone;
  private final PostWatch networks;
  private ZoneState state = ZoneState.INITIAL;
  private int inferences;

  ZoneWatch(WatchedZone zone, PostWatch networks) {
    this.zone = zone;
    this.networks = networks;
  }

  /**
   * Looks at the zone.
   *
   * @param at media time of the picture, after that of the one before
   * @param motion share of its pixels that moved; null when that says nothing
   * @param found what the whole picture shows
   */
  PostEvidence look(
      Instant at, BgrPicture picture, @Nullable Double motion, List<LabelledDetection> found) {
    ZoneLook look = new ZoneLook(picture, zone.polygon(), networks.settings().cropFactor());
    Map<String, Double> cues = new LinkedHashMap<>();
    if (motion != null) {
      cues.put(PresenceFilterSettings.MOTION, motion);
    }
    double shown = look.bestPerson(found);
    cues.put(PresenceFilterSettings.PICTURE, shown);
    PresenceFilterState after = filter().update(state.filter(), at, cues);
    if (isSettled(after.presence(), shown, at)) {
      state = new ZoneState(after, state.askedAt());
    } else {
      cues.remove(PresenceFilterSettings.PICTURE);
      state = new ZoneState(ask(look, at, cues), at);
    }
    return new PostEvidence(zone.postId(), cues, state.filter().presence());
  }

  private boolean isSettled(double presence, double shown, Instant at) {
    AskingSettings asking = networks.settings().asking();
    Instant askedAt = state.askedAt();
    boolean lately = askedAt != null && at.isBefore(askedAt.plus(asking.againAfter()));
    return lately && asking.isSure(presence) && asking.isShown(presence, shown);
  }

  private PresenceFilterState ask(ZoneLook look, Instant at, Map<String, Double> cues) {
    cues.put(PresenceFilterSettings.SSD, look.bestPerson(networks.searches().first()));
    inferences++;
    PresenceFilterState after = filter().update(state.filter(), at, cues);
    if (networks.settings().asking().isSure(after.presence())) {
      return after;
    }
    cues.put(PresenceFilterSettings.NANODET, look.bestPerson(networks.searches().second()));
    inferences++;
    return filter().update(state.filter(), at, cues);
  }

  private PresenceFilter filter() {
    return networks.filter();
  }

  WatchedZone zone() {
    return zone;
  }

  ZoneState state() {
    return state;
  }

  void recall(ZoneState remembered) {
    state = remembered;
  }

  /** Inferences run since the last call. */
  int takeInferences() {
    int count = inferences;
    inferences = 0;
    return count;
  }
}
